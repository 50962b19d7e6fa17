import type { ActionMetadata, ActionReference } from '@actions/languageservice/action';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { ownFolder, ownManifest } from './own-action.ts';
import { thirdPartyActions } from './third-party-actions.ts';

/**
 * What an action takes: ours from its manifest in the repository, those of others from our list.
 * @returns undefined when there is no such action here; the language service then reports it
 */
export function actionMetadata(
  root: string,
  { owner, name, path }: ActionReference,
): ActionMetadata | undefined {
  const full = [owner, name, path].filter(Boolean).join('/');
  const folder = ownFolder(full);
  if (folder !== undefined) {
    const manifest = ownManifest(root, folder);
    const metadata = manifest && (parse(readFileSync(manifest, 'utf8')) as ActionMetadata);
    // Without the table the language service would look at no input at all
    return metadata ? { ...metadata, inputs: metadata.inputs ?? {} } : undefined;
  }
  const inputs = thirdPartyActions[full];
  return (
    inputs && { name: full, description: '', inputs: Object.fromEntries(inputs.map((one) => [one, taken])) }
  );
}

const taken = { description: '', required: false };
