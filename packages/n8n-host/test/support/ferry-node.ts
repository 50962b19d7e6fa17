import { catalogMethods, prepareRun } from '../../src/index.ts';
import { catalogProperties } from '../../src/properties/index.ts';
import {
  NodeConnectionTypes,
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
} from 'n8n-workflow';
import { ferryCatalog, ferryHost } from './ferry-catalog.ts';

/** A node over the test catalog, written as the nodes that we publish. */
export class FerryNode implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Ferry',
    name: 'ferry',
    group: ['transform'],
    version: 1,
    description: 'Ships to a small vendor',
    defaults: { name: 'Ferry' },
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    credentials: [{ name: 'ferryApi', required: true }],
    properties: catalogProperties(ferryCatalog),
  };

  methods = catalogMethods(ferryHost);

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    const run = prepareRun(this, ferryHost);
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
