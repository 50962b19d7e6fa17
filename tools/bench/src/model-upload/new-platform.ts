import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startSandboxProcess } from '../action/sandbox-process.ts';
import type { BenchContext } from '../harness/index.ts';
import type { ModelFile } from './models.ts';
import type { Platform } from './platform.ts';
import { proveModel } from './prove-model.ts';

/**
 * Uploads a model to an ABEJA Platform that has no other of its size, and holds what it keeps against what was to arrive.
 * @throws Error when it is something else
 */
export async function onNewPlatform<T>(
  context: BenchContext,
  model: ModelFile,
  upload: (platform: Platform) => Promise<T>,
): Promise<T> {
  const sandbox = await startSandboxProcess(context);
  const { abeja } = sandbox.description;
  const { id, token } = abeja.user;
  const platform = {
    ...{ context, abeja, definition: abeja.jobDefinitions[0]?.name ?? '' },
    authorization: `Basic ${Buffer.from(`user-${id}:${token}`).toString('base64')}`,
  };
  try {
    const found = await upload(platform);
    await proveModel(platform, model);
    return found;
  } finally {
    await sandbox.close();
    await rm(join(context.folder, 'sandbox'), { recursive: true, force: true });
  }
}
