import type { Ignore } from './ignore-rules.ts';

/** What is left out of an archive: the rules of all ignore files that have been read, those further down weighing more. */
export interface LeftOut {
  /**
   * Adds the rules of an ignore file.
   * @param folder where the file lies, relative to the root; empty for the root
   */
  add(folder: string, text: string): void;
  /** @param path relative to the root; a folder's ends with a slash */
  has(path: string): boolean;
}

/** Rules in the syntax of `.gitignore`, case-sensitive. Source: https://git-scm.com/docs/gitignore */
export async function leftOut(exclude: readonly string[]): Promise<LeftOut> {
  const rules = await ruleSet();
  const always = await ruleSet(exclude);
  return {
    add: (folder, text) => void rules.add(text.split(/\r?\n/).flatMap((line) => fromRoot(folder, line))),
    has: (path) => always.ignores(path) || rules.ignores(path),
  };
}

/** A set of patterns; loaded when it is first needed. */
export async function ruleSet(patterns: readonly string[] = []): Promise<Ignore> {
  const { ignore } = await import('./ignore-rules.ts');
  return ignore({ ignorecase: false }).add(patterns);
}

/** A rule of a folder as one of the root, so that all of them are one list in which the last match wins. */
function fromRoot(folder: string, line: string): readonly string[] {
  if (folder === '' || line.trim() === '' || line.startsWith('#')) return [line];
  const not = line.startsWith('!') ? '!' : '';
  const pattern = line.slice(not.length);
  const inHere = `${not}/${folder.replace(/[\\*?[\]!#]/g, '\\$&')}/`;
  const isAnchored = pattern.trimEnd().slice(0, -1).includes('/');
  return [isAnchored ? inHere + pattern.replace(/^\//, '') : `${inHere}**/${pattern}`];
}
