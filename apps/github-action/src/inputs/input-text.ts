/** Where the runner puts what a workflow file says `with`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The text of an input, without the space around it; undefined where it was left out or is empty. */
export function inputText(env: Environment, name: string): string | undefined {
  const text = env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`]?.trim();
  return text === '' ? undefined : text;
}
