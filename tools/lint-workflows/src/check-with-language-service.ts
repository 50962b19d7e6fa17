import { FeatureFlags } from '@actions/expressions';
import { validate } from '@actions/languageservice';
import { validateAction } from '@actions/languageservice/validate-action';
import { randomUUID } from 'node:crypto';
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
  const config = {
    featureFlags: new FeatureFlags({ all: true, blockScalarChompingWarning: false }),
    actionsMetadataProvider: {
      fetchActionMetadata: (reference: Parameters<typeof actionMetadata>[1]) =>
        Promise.resolve(actionMetadata(root, reference)),
    },
  };
  // It keeps what it parsed by address, and takes it up again
  const document = TextDocument.create(`file:///${randomUUID()}.yml`, 'yaml', 1, withOwnRepository(text));
  const found = await (kind === 'action' ? validateAction : validate)(document, config);
  return found.map(({ range, message }) => ({
    line: range.start.line + 1,
    message: typeof message === 'string' ? message : message.value,
  }));
}

/** It asks for no action that lies in the repository itself, so these are named as from outside; lines stay. */
const withOwnRepository = (text: string): string =>
  text.replaceAll(
    /^(\s*(?:- )?uses:\s*['"]?)\.(?:\/([\w./-]*?))?\/?(?=['"]?\s*(?:#|$))/gm,
    (_, before: string, folder: string | undefined) =>
      `${before}${[ownRepository, folder].filter(Boolean).join('/')}@action-v1`,
  );
