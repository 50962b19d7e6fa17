import type { ICredentialType, INodeType } from 'n8n-workflow';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';

/** The folder of the package as n8n would have installed it. */
export const packedFolder = process.env['MODELFERRY_PACKED'] ?? '';

/** The folder of its sources. */
export const sourceFolder = process.env['MODELFERRY_PACKAGE'] ?? '';

/** What n8n reads of a package. */
export interface Manifest {
  readonly name: string;
  readonly n8n: { readonly nodes: readonly string[]; readonly credentials: readonly string[] };
  readonly scripts?: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

export const packedText = (path: string): string => readFileSync(join(packedFolder, path), 'utf8');

export const packedJson = <T = Record<string, unknown>>(path: string): T => JSON.parse(packedText(path)) as T;

export const packedManifest = (): Manifest => packedJson<Manifest>('package.json');

/** The class that an entry of the manifest stands for: n8n goes by the file's name, too. */
export const classOf = (entry: string): string => basename(entry).split('.')[0] ?? '';

/** Loads from the workspace's modules what the package leaves to n8n, as n8n does. */
function load<T>(entry: string): T {
  const loaded: unknown = createRequire(join(sourceFolder, 'package.json'))(join(packedFolder, entry));
  const Class = (loaded as Record<string, unknown>)[classOf(entry)] as new () => T;
  return new Class();
}

function entryOf(entries: readonly string[], name: string | undefined): string {
  const found = name === undefined ? entries[0] : entries.find((entry) => classOf(entry) === name);
  if (found === undefined) throw new Error(`The package has no ${name}`);
  return found;
}

/** @param name of its class. @default the first one of the package */
export const packedNode = (name?: string): INodeType =>
  load<INodeType>(entryOf(packedManifest().n8n.nodes, name));

/** @param name of its class */
export const packedCredential = (name: string): ICredentialType =>
  load<ICredentialType>(entryOf(packedManifest().n8n.credentials, name));

/** Names of the classes of all credentials, in the order of the manifest. */
export const credentialNames = (): string[] => packedManifest().n8n.credentials.map(classOf);

export const packedCredentials = (): ICredentialType[] => credentialNames().map(packedCredential);
