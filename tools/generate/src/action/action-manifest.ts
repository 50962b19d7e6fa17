import type { ActionFace, ActionInput } from '@modelferry/github-action';
import { sentence } from './sentence.ts';

/** Where the code of an action is, below the folder of its `action.yml`. */
export interface ActionCode {
  readonly main: string;
  readonly post: string;
}

/** What GitHub is shown of an action. */
export type ShownFace = Pick<ActionFace, 'title' | 'description' | 'inputs' | 'outputs'>;

/** What stands in an `action.yml`. Source: GitHub's "Metadata syntax". */
export const actionManifest = (
  { title, description, inputs, outputs }: ShownFace,
  { main, post }: ActionCode,
) => ({
  name: title,
  description,
  author: 'Modelferry',
  inputs: Object.fromEntries(inputs.map((input) => [input.name, manifestInput(input)])),
  outputs: Object.fromEntries(
    outputs.map(({ name, description }) => [name, { description: sentence(description) }]),
  ),
  runs: { using: 'node24', main, post },
  branding: { icon: 'anchor', color: 'blue' },
});

/** The runner takes every default as text, so it is written as text. */
const manifestInput = ({ description, example, required, default: value }: ActionInput) => ({
  description: example === undefined ? description : `${description} Example: ${inOneLine(example)}`,
  required,
  ...(value === undefined ? {} : { default: value }),
});

const inOneLine = (text: string): string => text.replaceAll('\n', ' ');
