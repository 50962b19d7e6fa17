import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { betweenMarkers } from '../between-markers.ts';
import type { GeneratedFile } from '../generated-file.ts';
import { documentedTexts } from './documented-texts.ts';
import { saidErrors } from './said-errors.ts';
import { codesTable, sections } from './sections.ts';
import { readSources } from './sources.ts';

const page = 'docs/troubleshooting.md';

/**
 * The page on errors with its generated parts made anew: a section for each kind of failure, with every text that the
 * code can say.
 * @throws Error when a marker is missing
 */
export async function troubleshootingPage(root: string): Promise<GeneratedFile> {
  const sources = readSources(root);
  const said = [...saidErrors(sources), ...(await documentedTexts(root, sources))];
  const parts = { codes: codesTable(), texts: sections(said) };
  const content = Object.entries(parts).reduce(
    (text, [name, part]) => betweenMarkers(page, text, name, part),
    readFileSync(join(root, page), 'utf8'),
  );
  return { path: page, content: await format(content, { parser: 'markdown', printWidth: 110 }) };
}
