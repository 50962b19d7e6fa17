import { cp, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { StandIn } from '@modelferry/github-runner';

/** GitHub's own actions need GitHub: here, files are copied and looked at in their place. */
export const standIns = (filesFolder: string): Readonly<Record<string, StandIn>> => ({
  async 'actions/checkout'({ workspace, log }) {
    await cp(filesFolder, join(workspace, 'data'), { recursive: true });
    log('Copied the data files into data/, in place of a checkout.');
  },
  async 'actions/upload-artifact'({ with: given, workspace, log }) {
    const { size } = await stat(resolve(workspace, given['path'] ?? ''));
    log(`Would keep ${given['path']} (${size} bytes) as the artifact ${given['name']}.`);
  },
});
