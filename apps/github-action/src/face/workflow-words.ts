import type { ActionFace } from './face.ts';

/** Where other hosts keep keys; here they are inputs like any other. */
const elsewhere = / in the credential\b/g;

/**
 * A text of the engine in the words of a workflow file: `Training Data` becomes `training-data`. Titles of one word stay,
 * since they are words of ordinary sentences too.
 */
export function workflowWords({ inputs }: Pick<ActionFace, 'inputs'>, text: string): string {
  const titles = inputs
    .flatMap(({ name, field }) => (field?.title.includes(' ') ? [[field.title, name] as const] : []))
    .sort(([a], [b]) => b.length - a.length);
  return titles.reduce(
    (said, [title, name]) => said.replaceAll(title, `\`${name}\``),
    text.replace(elsewhere, ''),
  );
}
