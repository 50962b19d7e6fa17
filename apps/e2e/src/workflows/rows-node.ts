/** Makes an item of each row of the CSV that was read. */
export const rowsNode = {
  id: 'items',
  name: 'One item per row',
  type: 'n8n-nodes-base.extractFromFile',
  typeVersion: 1.1,
  position: [330, 0],
  parameters: { operation: 'csv', options: {} },
} as const;
