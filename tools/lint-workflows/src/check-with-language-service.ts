import { FeatureFlags } from '@actions/expressions';
import { validate, type ValidationConfig } from '@actions/languageservice/validate';
import { validateAction } from '@actions/languageservice/validate-action';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { actionMetadata } from './action-metadata.ts';
import { ownRepository } from './own-action.ts';
import type { TextFault } from './text-fault.ts';

/** What GitHub's own language service says of a workflow or of an action's manifest: schema, expressions, inputs. */
export async function checkWithLanguageService(
  root: string,
  kind: 'workflow' | 'action',
  text: string,
): Promise<readonly TextFault[]> {
  // It keeps what it parsed by address, and takes it up again
  const document = TextDocument.create(`file:///${randomUUID()}.yml`, 'yaml', 1, withOwnRepository(text));
  const found = await (kind === 'action' ? validateAction : validate)(document, lookingInto(root));
  return found.map(({ range, message }) => ({
    line: range.start.line + 1,
    message: typeof message === 'string' ? message : message.value,
  }));
}

const lookingInto = (root: string): ValidationConfig => ({
  featureFlags: new FeatureFlags({ all: true, blockScalarChompingWarning: false }),
  actionsMetadataProvider: { fetchActionMetadata: async (reference) => actionMetadata(root, reference) },
  // Asked for the reusable workflows of this repository that a job calls
  fileProvider: {
    getFileContent: async ({ path }) => ({
      name: path,
      content: await readFile(join(root, path), 'utf8'),
    }),
  },
});

/** It asks for no action that lies in the repository itself, so these are named as from outside; lines stay. */
const withOwnRepository = (text: string): string =>
  text.replaceAll(
    /(\buses:\s*['"]?)\.(?:\/([\w./-]*?))?\/?(?<!\.ya?ml)(?=['"]?\s*(?:[#,}]|$))/gm,
    (_, before: string, folder: string | undefined) =>
      `${before}${[ownRepository, folder].filter(Boolean).join('/')}@action-v1`,
  );
