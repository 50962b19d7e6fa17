/** Where every workflow of these suites starts. */
export const triggerName = 'When clicking "Execute workflow"';

/** Starts a workflow by hand. */
export const startNode = {
  id: 'trigger',
  name: triggerName,
  type: 'n8n-nodes-base.manualTrigger',
  typeVersion: 1,
  position: [0, 0],
  parameters: {},
} as const;
