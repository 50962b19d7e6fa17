import type { WorkflowFile } from '@modelferry/playground';
import { chain } from './chain.ts';
import { fileNode } from './file-node.ts';
import { startNode } from './start-node.ts';

/** A file read from n8n's folder and given to one Prediction One node. */
export function retrainWorkflow(
  name: string,
  file: string,
  node: { readonly parameters?: Readonly<Record<string, unknown>>; readonly [setting: string]: unknown } = {},
): WorkflowFile {
  const { parameters, ...settings } = node;
  const retrain = {
    id: 'retrain',
    name: 'Retrain',
    type: 'n8n-nodes-prediction-one.predictionOne',
    typeVersion: 1,
    position: [440, 0],
    parameters: {
      resource: 'model',
      operation: 'retrain',
      waitForCompletion: true,
      options: { pollIntervalSeconds: 5 },
      ...parameters,
    },
    credentials: { predictionOneRetrainApi: { id: '', name: 'Prediction One Retrain' } },
    ...settings,
  };
  return chain(name, [startNode, fileNode(file), retrain]);
}
