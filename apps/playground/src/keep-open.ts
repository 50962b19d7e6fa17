import { once } from 'node:events';
import type { Scene } from './scene.ts';

/** Leaves the editor to the person until Ctrl-C. */
export async function keepOpen({ server, login, sandbox, filesFolder, signal }: Scene): Promise<void> {
  console.log(`The editor is open:

  ${server.url}
  e-mail    ${login.email}
  password  ${login.password}

  your own files go into ${filesFolder}
  the sandbox's address and keys, for credentials of your own: ${sandbox.describe().control}
  n8n's log is ${server.logFile}

Ctrl-C ends it and removes all of this; download the workflows that you want to keep.`);
  if (!signal.aborted) await once(signal, 'abort');
}
