import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { actionsFolder } from '../action/actions.ts';
import { runMeasured } from '../action/run-measured.ts';
import type { Measurement } from '../harness/index.ts';
import type { ModelFile } from './models.ts';
import type { Platform } from './platform.ts';

export const action = 'abeja/register-model';

/** Uploads a model with the committed action, under the runner. @throws Error when it fails */
export async function registerWithAction(
  { context, abeja, definition }: Platform,
  { path }: ModelFile,
): Promise<Measurement> {
  const folder = join(context.folder, 'registered');
  await mkdir(folder);
  try {
    const { main, cost } = await runMeasured(context, {
      actionDir: join(actionsFolder, action),
      secrets: { TOKEN: abeja.user.token },
      runnerTemp: folder,
      with: {
        'user-id': abeja.user.id,
        'personal-access-token': abeja.user.token,
        'organization-id': abeja.organization.id,
        'base-url': abeja.baseUrl,
        definition,
        file: path,
      },
    });
    if (main.outputs['outcome'] === 'succeeded') return cost;
    throw new Error(`The action has failed: ${main.lines.map(({ text }) => text).join('\n')}`);
  } finally {
    await rm(folder, { recursive: true });
  }
}
