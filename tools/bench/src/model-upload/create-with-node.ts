import { join } from 'node:path';
import { fileItem, type N8nStage } from '../n8n/n8n-stage.ts';
import type { InputItem, NodeRun } from '../n8n/node-run.ts';
import type { ModelFile } from './models.ts';
import type { Platform } from './platform.ts';

export const nodePackage = 'n8n-nodes-abeja';

/** Has n8n keep a model as binary data. */
export const storeModel = async (n8n: N8nStage, model: ModelFile): Promise<InputItem> =>
  fileItem(await n8n.store(model));

/** Model > Create, from binary data. @throws Error when it fails */
export async function createWithNode(
  { abeja, definition, authorization }: Platform,
  n8n: N8nStage,
  warmUp: InputItem,
  model: InputItem,
): Promise<NodeRun> {
  const { organization, user, baseUrl } = abeja;
  return n8n.run(
    {
      nodeFile: join(n8n.packed, 'dist', 'nodes', 'Abeja', 'Abeja.node.js'),
      typeVersion: 1,
      parameters: {
        ...{ resource: 'model', operation: 'create', fileFrom: 'binary', fileBinaryField: 'data' },
        definition: { __rl: true, mode: 'id', value: definition },
      },
      credentials: {
        abejaApi: {
          ...{ authentication: 'user', userId: user.id, personalAccessToken: user.token },
          ...{ organizationId: organization.id, baseUrl, serviceBaseUrl: '' },
        },
      },
      headers: { authorization },
    },
    [warmUp],
    [model],
  );
}
