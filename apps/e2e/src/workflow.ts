import type { WorkflowFile } from '@modelferry/playground';

const trigger = 'When clicking "Execute workflow"';

/** A file read from n8n's folder and given to one Prediction One node. */
export function retrainWorkflow(
  name: string,
  file: string,
  node: { readonly parameters?: Readonly<Record<string, unknown>>; readonly [setting: string]: unknown } = {},
): WorkflowFile {
  const { parameters, ...settings } = node;
  const nodes: readonly object[] = [
    {
      id: 'trigger',
      name: trigger,
      type: 'n8n-nodes-base.manualTrigger',
      typeVersion: 1,
      position: [0, 0],
      parameters: {},
    },
    {
      id: 'read',
      name: 'Read file',
      type: 'n8n-nodes-base.readWriteFile',
      typeVersion: 1.1,
      position: [220, 0],
      parameters: { operation: 'read', fileSelector: `.n8n-files/${file}`, options: {} },
    },
    {
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
    },
  ];
  return {
    name,
    nodes: nodes as WorkflowFile['nodes'],
    connections: {
      [trigger]: { main: [[{ node: 'Read file', type: 'main', index: 0 }]] },
      'Read file': { main: [[{ node: 'Retrain', type: 'main', index: 0 }]] },
    },
    settings: { executionOrder: 'v1' },
  };
}

export const triggerName = trigger;
