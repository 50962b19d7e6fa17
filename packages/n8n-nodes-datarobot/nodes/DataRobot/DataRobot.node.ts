import { catalogMethods, prepareRun } from '@modelferry/n8n-host';
import {
  NodeConnectionTypes,
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
} from 'n8n-workflow';
import { host } from './host.ts';
import { properties } from './properties.ts';

export class DataRobot implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'DataRobot',
    name: 'dataRobot',
    icon: { light: 'file:../../icons/datarobot.svg', dark: 'file:../../icons/datarobot.dark.svg' },
    group: ['transform'],
    version: [1],
    subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
    description: 'Score rows and files with DataRobot, retrain and replace its models',
    defaults: { name: 'DataRobot' },
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    usableAsTool: true,
    credentials: [
      {
        name: 'dataRobotApi',
        required: true,
        displayOptions: { hide: { server: ['portable'] } },
      },
      {
        name: 'dataRobotPortableServerApi',
        displayOptions: { show: { resource: ['prediction'], server: ['portable'] } },
      },
    ],
    properties,
  };

  methods = catalogMethods(host);

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    const run = prepareRun(this, host);
    const out: INodeExecutionData[] = [];
    for (const i of run.indexes) {
      try {
        out.push(...(await run.item(i)));
      } catch (error) {
        const failure = run.failure(error, i);
        if (!this.continueOnFail()) throw failure;
        out.push({ json: { error: failure.message }, error: failure, pairedItem: { item: i } });
      }
    }
    return [out];
  }
}
