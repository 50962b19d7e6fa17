import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { paths } from '../host/paths.ts';
import type { WorkflowFile } from '../n8n/n8n-rest.ts';
import { UserError } from '../user-error.ts';
import type { Example } from './example.ts';
import { examples } from './examples.ts';

/**
 * The examples whose workflow's name contains the text, in any case; all of them without a text.
 * @throws {UserError} when there is none, with the names there are
 */
export function chosenExamples(only = ''): readonly Example[] {
  const chosen = examples.filter((example) => nameOf(example).toLowerCase().includes(only.toLowerCase()));
  if (chosen.length === 0) {
    throw new UserError(
      `No example has "${only}" in its name. There are:\n${examples.map((e) => `  ${nameOf(e)}`).join('\n')}`,
    );
  }
  return chosen;
}

function nameOf({ file }: Example): string {
  return (JSON.parse(readFileSync(join(paths.examples, file), 'utf8')) as WorkflowFile).name;
}
