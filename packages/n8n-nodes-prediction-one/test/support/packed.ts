import type { ICredentialType, INodeType } from 'n8n-workflow';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** The folder of the package as n8n would have installed it. */
export const packedFolder = process.env['MODELFERRY_PACKED'] ?? '';

/** The folder of its sources. */
export const sourceFolder = join(__dirname, '..', '..');

export const packedText = (path: string): string => readFileSync(join(packedFolder, path), 'utf8');

export const packedJson = <T = Record<string, unknown>>(path: string): T => JSON.parse(packedText(path)) as T;

/** Loads from the workspace's modules what the package leaves to n8n, as n8n does. */
const load = (path: string, name: string): unknown => {
  const loaded: unknown = createRequire(__filename)(join(packedFolder, path));
  return (loaded as Record<string, unknown>)[name];
};

type Class<T> = new () => T;

export const packedNode = (): INodeType =>
  new (load('dist/nodes/PredictionOne/PredictionOne.node.js', 'PredictionOne') as Class<INodeType>)();

export const credentialNames = [
  'PredictionOneManagementApi',
  'PredictionOneRetrainApi',
  'PredictionOnePredictionApi',
] as const;

export const packedCredential = (name: (typeof credentialNames)[number]): ICredentialType =>
  new (load(`dist/credentials/${name}.credentials.js`, name) as Class<ICredentialType>)();

export const packedCredentials = (): ICredentialType[] => credentialNames.map(packedCredential);
