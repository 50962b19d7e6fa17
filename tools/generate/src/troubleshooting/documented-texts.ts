import type { ErrorCode } from '@modelferry/http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import type { SaidError } from './said-errors.ts';
import { visit, type Sources } from './sources.ts';

const path = 'packages/prediction-one/src/client/known-faults.ts';

interface KnownFaults {
  readonly knownFaults: Readonly<Record<string, { readonly code: ErrorCode; readonly remedy: string }>>;
}

/**
 * What Prediction One says in words that its pages list, read from the table by which its errors are told apart. The other
 * vendors document none.
 */
export async function documentedTexts(root: string, sources: Sources): Promise<readonly SaidError[]> {
  const { knownFaults } = (await import(pathToFileURL(join(root, path)).href)) as KnownFaults;
  const said: SaidError[] = [];
  const table = sources.files.find(({ fileName }) => fileName === path);
  if (table)
    visit(table, (node) => {
      if (!ts.isArrayLiteralExpression(node)) return;
      const [text, fault] = node.elements.map((one) => (ts.isStringLiteral(one) ? one.text : ''));
      const reading = knownFaults[fault ?? ''];
      if (text && reading) said.push({ code: reading.code, text, remedies: [reading.remedy], path });
    });
  return said;
}
