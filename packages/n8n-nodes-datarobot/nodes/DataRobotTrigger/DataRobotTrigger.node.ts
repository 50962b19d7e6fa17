import { catalogMethods, pollTrigger } from '@modelferry/n8n-host';
import {
  NodeConnectionTypes,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
  type IPollFunctions,
} from 'n8n-workflow';
import { host } from './host.ts';
import { properties } from './properties.ts';

export class DataRobotTrigger implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'DataRobot Trigger',
    name: 'dataRobotTrigger',
    icon: { light: 'file:../../icons/datarobot.svg', dark: 'file:../../icons/datarobot.dark.svg' },
    group: ['trigger'],
    version: [1],
    subtitle: '={{ $parameter["event"] }}',
    description: 'Starts the workflow when a batch prediction or a retraining of DataRobot has ended',
    defaults: { name: 'DataRobot Trigger' },
    polling: true,
    inputs: [],
    outputs: [NodeConnectionTypes.Main],
    credentials: [{ name: 'dataRobotApi', required: true }],
    properties,
  };

  methods = catalogMethods(host);

  async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
    return pollTrigger(this, host);
  }
}
