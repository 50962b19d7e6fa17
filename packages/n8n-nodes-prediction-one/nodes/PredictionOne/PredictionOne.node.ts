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

export class PredictionOne implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Prediction One',
    name: 'predictionOne',
    icon: { light: 'file:../../icons/prediction-one.svg', dark: 'file:../../icons/prediction-one.dark.svg' },
    group: ['transform'],
    version: [1],
    subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
    description: 'Retrain, switch and query models of Sony Prediction One and Easy Predictive Analytics',
    defaults: { name: 'Prediction One' },
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    usableAsTool: true,
    credentials: [
      {
        name: 'predictionOneManagementApi',
        required: true,
        displayOptions: { hide: { retrainKeys: ['retrainKey'], predictionKeys: ['predictionKey'] } },
      },
      {
        name: 'predictionOneRetrainApi',
        required: true,
        displayOptions: { show: { resource: ['model'], retrainKeys: ['retrainKey', 'bothKeys'] } },
      },
      {
        name: 'predictionOnePredictionApi',
        required: true,
        displayOptions: { show: { resource: ['prediction'], predictionKeys: ['predictionKey'] } },
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
