import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ActionVendor } from './action/action-vendor.ts';
import { inputTypesFile } from './action/input-types-file.ts';
import { manifestFiles } from './action/manifest-files.ts';
import { readmeFile as actionReadme } from './action/readme-file.ts';
import { entriesOf } from './bundle/action-entries.ts';
import { distFiles } from './bundle/dist-files.ts';
import type { GeneratedFile } from './generated-file.ts';
import { limitsPage } from './limits/limits-page.ts';
import type { NodeModule } from './n8n/node-module.ts';
import { propertiesFile, triggerPropertiesFile } from './n8n/properties-file.ts';
import { readmeFile } from './n8n/readme-file.ts';
import { schemaFiles } from './n8n/schema-files.ts';
import { triggerModules } from './n8n/trigger-module.ts';
import { troubleshootingPage } from './troubleshooting/troubleshooting-page.ts';

/** Every file that is made from a catalog, as it must stand. */
export async function generatedFiles(
  root: string,
  modules: readonly NodeModule[],
  vendors: readonly ActionVendor[],
): Promise<readonly GeneratedFile[]> {
  const parts = await Promise.all([filesOfNodes(root, modules), filesOfActions(root, vendors)]);
  return parts.flat();
}

/** The same of the n8n nodes and the docs alone, which are made in seconds. */
export const filesOfNodes = async (
  root: string,
  modules: readonly NodeModule[],
): Promise<readonly GeneratedFile[]> => {
  const triggers = await triggerModules(root);
  const files = modules.map((one) => filesOfNode(root, one));
  return [
    ...(await Promise.all(files)).flat(),
    ...(await Promise.all(triggers.map(triggerPropertiesFile))),
    await troubleshootingPage(root),
    limitsPage(
      root,
      modules.map(({ catalog }) => catalog),
    ),
  ];
};

const filesOfNode = async (root: string, one: NodeModule): Promise<readonly GeneratedFile[]> => [
  await propertiesFile(one),
  ...schemaFiles(one),
  readmeFile(one, readFileSync(join(root, one.packageFolder, 'README.md'), 'utf8')),
];

const filesOfActions = async (
  root: string,
  vendors: readonly ActionVendor[],
): Promise<readonly GeneratedFile[]> => [
  ...manifestFiles(vendors),
  await inputTypesFile(vendors),
  actionReadme(root, vendors),
  ...(await distFiles(root, entriesOf(vendors))),
];
