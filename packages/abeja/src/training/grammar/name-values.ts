import { jsonFields } from '@modelferry/http';

/** Texts by their names. */
export type NameValues = Readonly<Record<string, string>>;

/** What names may be. Source: docs/vendors/abeja.md, 3.0. */
export interface NameRules {
  readonly pattern: RegExp;
  /** Completes "must begin with a letter and have only ...". */
  readonly characters: string;
}

export const environmentNames: NameRules = {
  pattern: /^[a-zA-Z_][a-zA-Z0-9_]*$/,
  characters: 'letters, digits and _',
};
export const datasetAliases: NameRules = {
  pattern: /^[a-zA-Z_][a-zA-Z0-9_-]*$/,
  characters: 'letters, digits, _ and -',
};

/** What is wrong with a text of `NAME=value` lines, or of a JSON object. It never repeats a value, which may be a secret. */
export function nameValuesProblem(text: string, { pattern, characters }: NameRules): string | undefined {
  const pairs = read(text);
  if (pairs === undefined) return 'must be lines of NAME=value, or a JSON object of texts and numbers';
  const seen = new Set<string>();
  for (const [name] of pairs) {
    if (!pattern.test(name)) {
      return `must have names that begin with a letter or _ and have only ${characters}, which "${name.slice(0, 40)}" is not`;
    }
    if (seen.has(name)) return `must name "${name}" only once`;
    seen.add(name);
  }
  return undefined;
}

/** What such a text says. Nothing where it says nothing. */
export const toNameValues = (text: string | undefined): NameValues | undefined =>
  text === undefined ? undefined : Object.fromEntries(read(text) ?? []);

type Pairs = readonly (readonly [name: string, value: string])[];

function read(text: string): Pairs | undefined {
  if (text.trimStart().startsWith('{')) {
    const fields = jsonFields(text);
    const pairs = fields && Object.entries(fields);
    return pairs?.every(([, value]) => ['string', 'number', 'boolean'].includes(typeof value))
      ? pairs.map(([name, value]) => [name, String(value)])
      : undefined;
  }
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines.every((line) => line.includes('='))
    ? lines.map((line) => {
        const at = line.indexOf('=');
        return [line.slice(0, at).trim(), line.slice(at + 1).trim()];
      })
    : undefined;
}
