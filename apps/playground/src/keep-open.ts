import { once } from 'node:events';
import type { Scene } from './scene.ts';

/** Leaves the editor to the person until Ctrl-C. */
export async function keepOpen({ server, login, filesFolder, signal }: Scene): Promise<void> {
  console.log(`The editor is open:

  ${server.url}
  e-mail    ${login.email}
  password  ${login.password}

  your own files go into ${filesFolder}
  n8n's log is ${server.logFile}

Ctrl-C ends it and removes all of this; download the workflows that you want to keep.`);
  if (!signal.aborted) await once(signal, 'abort');
}
