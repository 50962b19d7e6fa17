/** Reads a file of n8n's folder. */
export const fileNode = (file: string) =>
  ({
    id: 'read',
    name: 'Read file',
    type: 'n8n-nodes-base.readWriteFile',
    typeVersion: 1.1,
    position: [220, 0],
    parameters: { operation: 'read', fileSelector: `.n8n-files/${file}`, options: {} },
  }) as const;
