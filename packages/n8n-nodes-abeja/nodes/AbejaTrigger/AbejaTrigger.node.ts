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

export class AbejaTrigger implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'ABEJA Platform Trigger',
    name: 'abejaTrigger',
    icon: { light: 'file:../../icons/abeja.svg', dark: 'file:../../icons/abeja.dark.svg' },
    group: ['trigger'],
    version: [1],
    subtitle: '={{ $parameter["event"] }}',
    description: 'Starts the workflow when a training job of ABEJA Platform has ended',
    defaults: { name: 'ABEJA Platform Trigger' },
    polling: true,
    inputs: [],
    outputs: [NodeConnectionTypes.Main],
    credentials: [{ name: 'abejaApi', required: true }],
    properties,
  };

  methods = catalogMethods(host);

  async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
    return pollTrigger(this, host);
  }
}
