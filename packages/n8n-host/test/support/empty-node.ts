import { NodeConnectionTypes, type INodeType } from 'n8n-workflow';

/** A node that shows nothing and does nothing, where n8n needs one. */
export const emptyNode: INodeType = {
  description: {
    displayName: 'Empty',
    name: 'empty',
    group: ['transform'],
    version: 1,
    description: 'Does nothing',
    defaults: { name: 'Empty' },
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    credentials: [{ name: 'ferryApi', required: false }],
    properties: [],
  },
};
