import { join } from 'node:path';
import { createCredentials } from './create-credentials.ts';
import { writeDataFiles } from './data/data-files.ts';
import type { Progress } from './host/progress.ts';
import { n8nInstall } from './n8n/n8n-install.ts';
import { N8nRest } from './n8n/n8n-rest.ts';
import { N8nServer } from './n8n/n8n-server.ts';
import { newLogin } from './n8n/new-login.ts';
import { installNode, packNode } from './pack-node.ts';
import { startSandbox } from './sandbox.ts';
import type { Scene } from './scene.ts';
import type { Stage } from './stage.ts';

/** Installs, packs, starts and fills everything that the examples need. */
export async function setUp(
  { processes, folder, signal }: Stage,
  port: number,
  progress: Progress,
): Promise<Scene> {
  const install = await n8nInstall(processes, progress, signal);
  const userFolder = join(folder, 'n8n');

  progress.say('Building and packing the node package');
  const packed = await packNode(processes, join(folder, 'packed'));
  await installNode(processes, packed, userFolder);
  progress.say(`${packed.name} ${packed.version} is packed as npm would publish it, and installed`);

  const sandbox = await startSandbox(processes, join(folder, 'sandbox'), signal);
  progress.say('The sandbox is up');

  const server = await N8nServer.prepare(install, userFolder, port, processes, progress);
  const filesFolder = await writeDataFiles(userFolder);
  await server.start(signal);
  progress.say(`n8n ${install.version} is up: ${server.url}`);

  const rest = new N8nRest(server.url, signal);
  const login = newLogin();
  await rest.setUpOwner(login);
  const credentialIds = await createCredentials(rest, sandbox);
  progress.say('The owner and the credentials are set up');
  return { server, rest, login, credentialIds, filesFolder, progress, signal };
}
