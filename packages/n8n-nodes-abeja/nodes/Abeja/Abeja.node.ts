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

export class Abeja implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'ABEJA Platform',
    name: 'abeja',
    icon: { light: 'file:../../icons/abeja.svg', dark: 'file:../../icons/abeja.dark.svg' },
    group: ['transform'],
    version: [1],
    subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
    description: 'Train models from code on ABEJA Platform, and let services answer with them',
    defaults: { name: 'ABEJA Platform' },
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    usableAsTool: true,
    credentials: [{ name: 'abejaApi', required: true }],
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
