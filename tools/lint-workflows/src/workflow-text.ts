import type { Source } from './source.ts';

const around = `on: push
permissions: {}
jobs:
  steps:
    runs-on: ubuntu-latest
    timeout-minutes: 5
    steps:
`;

/** A text as the linters take it, and how to find a line of it in its file. */
export interface WorkflowText {
  readonly text: string;
  /** @param line of the text, from 1 */
  readonly fileLine: (line: number) => number;
}

/** A source as a whole workflow: steps alone are set into the smallest that holds them. */
export function workflowText({ kind, text, firstLine }: Source): WorkflowText {
  const added = kind === 'steps' ? around : '';
  const addedLines = added.split('\n').length - 1;
  return {
    text: added + (kind === 'steps' ? text.replaceAll(/^(?=.)/gm, '      ') : text),
    fileLine: (line) => Math.max(line - addedLines, 1) + firstLine - 1,
  };
}
