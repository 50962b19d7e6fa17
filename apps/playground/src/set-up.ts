import { join } from 'node:path';
import { startSandbox } from '@modelferry/sandbox';
import { createCredentials } from './credentials/create-credentials.ts';
import { writeDataFiles } from './data/data-files.ts';
import type { Progress } from './host/progress.ts';
import { n8nInstall } from './n8n/n8n-install.ts';
import { N8nRest } from './n8n/n8n-rest.ts';
import { N8nServer } from './n8n/n8n-server.ts';
import { newLogin } from './n8n/new-login.ts';
import { installNode, packNodes } from './pack-node.ts';
import type { Scene } from './scene.ts';
import type { Stage } from './stage.ts';

/** A minute of the vendors' time in a second of ours. */
const timeScale = 60;

/** Installs, packs, starts and fills everything that the examples need. */
export async function setUp(stage: Stage, port: number, progress: Progress): Promise<Scene> {
  const { processes, folder, signal } = stage;
  const install = await n8nInstall(processes, progress, signal);
  const userFolder = join(folder, 'n8n');

  progress.say('Building and packing the node packages');
  const packed = await packNodes(processes, join(folder, 'packed'));
  await Promise.all(packed.map((node) => installNode(processes, node, userFolder)));
  for (const { name, version } of packed)
    progress.say(`${name} ${version} is packed as npm would publish it, and installed`);

  const sandbox = await startSandbox({ stateDir: join(folder, 'sandbox'), timeScale });
  stage.closeLater(sandbox.close);
  progress.say('The sandbox is up');

  const server = await N8nServer.prepare(install, userFolder, port, processes, progress);
  const filesFolder = await writeDataFiles(userFolder);
  await server.start(signal);
  progress.say(`n8n ${install.version} is up: ${server.url}`);

  const rest = new N8nRest(server.url, signal);
  const login = newLogin();
  await rest.setUpOwner(login);
  const credentialIds = await createCredentials(rest, sandbox.describe());
  progress.say('The owner and the credentials are set up');
  return { sandbox, server, rest, login, credentialIds, filesFolder, progress, signal };
}
