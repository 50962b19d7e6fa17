import { ourNode } from './our-node.ts';

/** The name of the node that {@link abejaNode} makes. */
export const abejaNodeName = 'ABEJA Platform';

export const abejaNode = ourNode({
  name: abejaNodeName,
  type: 'n8n-nodes-abeja.abeja',
  credentialType: 'abejaApi',
});
