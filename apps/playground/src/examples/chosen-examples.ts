import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { githubExamples } from '../github/github-examples.ts';
import type { GithubExample } from '../github/github-example.ts';
import { paths } from '../host/paths.ts';
import type { WorkflowFile } from '../n8n/n8n-rest.ts';
import { UserError } from '../user-error.ts';
import type { Example } from './example.ts';
import { examples } from './examples.ts';
import { titleOf } from './title-of.ts';

/** What is to be run: in n8n, and under the runner. */
export interface ChosenExamples {
  readonly n8n: readonly Example[];
  readonly github: readonly GithubExample[];
}

/**
 * The examples whose workflow's name contains the text, in any case; all of them without a text.
 * @throws {UserError} when there is none, with the names there are
 */
export function chosenExamples(only = ''): ChosenExamples {
  const isChosen = (name: string) => name.toLowerCase().includes(only.toLowerCase());
  const n8n = examples.filter((example) => isChosen(nameOf(example)));
  const github = githubExamples.filter(({ name }) => isChosen(name));
  if (n8n.length + github.length > 0) return { n8n, github };
  const names = [...examples.map(nameOf), ...githubExamples.map(({ name }) => name)];
  throw new UserError(
    `No example has "${only}" in its name. There are:\n${names.map((name) => `  ${name}`).join('\n')}`,
  );
}

function nameOf(example: Example): string {
  return titleOf(
    example,
    JSON.parse(readFileSync(join(paths.examples, example.file), 'utf8')) as WorkflowFile,
  );
}
