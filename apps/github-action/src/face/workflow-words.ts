import type { ActionFace, ActionInput } from './face.ts';

/** Where other hosts keep keys; here they are inputs like any other. */
const elsewhere = / in the credential\b/g;

/**
 * A text of the engine in the words of a workflow file: `Training Data` becomes `training-data`, a retrain key `retrain-key`.
 * Names of one word stay, since they are words of ordinary sentences too, unless it says what goes where one is given.
 */
export function workflowWords({ inputs }: Pick<ActionFace, 'inputs'>, text: string): string {
  const names = new Map(inputs.flatMap((input) => calledOf(input).map((called) => [called, input.name])));
  if (names.size === 0) return text;
  const longestFirst = [...names.keys()].sort((a, b) => b.length - a.length).map(inText);
  // Before a colon it is the name of another operation: "Prediction API: Update"
  const called = new RegExp(`(?<![\\w\`])(?:${longestFirst.join('|')})(?!\\w|: [A-Z])`, 'g');
  return text.replace(elsewhere, '').replace(called, (name) => `\`${names.get(name)}\``);
}

/** The pattern by which a name is found. */
const inText = (called: string): string =>
  called.includes(' ') ? called : `(?<=where )${called}(?= is given)`;

/** What the engine calls an input, in a form and in a sentence. */
function calledOf({ name, field, called = field?.title }: ActionInput): readonly string[] {
  if (!called) return [];
  return name === 'job-id' && called.includes(' ')
    ? [called, called.replace(/[A-Z](?=[a-z])/g, (letter) => letter.toLowerCase())]
    : [called];
}
