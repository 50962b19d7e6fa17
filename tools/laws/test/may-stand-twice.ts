/** Code that may stand in several projects, and why. The one list of it; docs/adr/0019-nothing-stands-twice.md explains it. */
export const mayStandTwice: readonly { readonly files: string; readonly why: string }[] = [
  {
    files: 'packages/n8n-nodes-*/nodes/*/properties.ts',
    why: 'generated from the catalog: n8n checks literals, and reads no other package',
  },
  {
    files: 'packages/n8n-nodes-*/nodes/*/*.node.ts',
    why: "n8n's lint wants the class, its description and the loop over the items in the node's own file",
  },
  {
    files: 'packages/n8n-nodes-*/credentials/*.credentials.ts',
    why: "n8n's lint wants each credential whole in its own class, its fields as literals",
  },
];
