import type { SavedFile, Source } from '@modelferry/upload';
import * as v from 'valibot';
import { formatDuration } from './duration.ts';
import type { Choice, FolderPacking, Kind, Row, Words } from './field.ts';

/** A schema as the builders give it; only its value's type shows. */
export type Input<T> = v.GenericSchema<T, T>;

const described = <T>(schema: v.GenericSchema<T, T>, kind: Kind, words: Words): Input<T> =>
  v.pipe(schema, v.metadata({ field: { ...kind, ...words } })) as unknown as Input<T>;

/** Splits what is said to people from what is asked of the value. */
function split<Rules extends object>(options: Words & Rules): [Words, Rules] {
  const { title, description, placeholder, advanced, when, ...rules } = options;
  return [{ title, description, placeholder, advanced, when }, rules as unknown as Rules];
}

interface PatternRules {
  /** Without the flags `g` and `y`, which remember where they were. */
  readonly pattern?: RegExp;
  /** Completes "must be ...", of a list "must hold only ...", for a value that does not match the pattern. */
  readonly patternHint?: string;
}

const matching = (pattern: RegExp | undefined, problem: string) =>
  v.check((value: string) => pattern === undefined || pattern.test(value), problem);

interface TextRules extends PatternRules {
  /** In characters. @default 1 */
  readonly minLength?: number;
  /** In characters. @default 10000 */
  readonly maxLength?: number;
  readonly multiline?: boolean;
  /** What is wrong with a value, without its name; undefined when nothing is. */
  problemOf?(value: string): string | undefined;
}

/** One line of text, or more. Space around it is taken off. */
export function text(options: Words & TextRules): Input<string> {
  const [words, { minLength = 1, maxLength = 10_000, pattern, patternHint, multiline, problemOf }] =
    split<TextRules>(options);
  const schema = v.pipe(
    v.string('must be text'),
    v.trim(),
    v.minLength(
      minLength,
      minLength === 1 ? 'must not be empty' : `must have at least ${minLength} characters`,
    ),
    v.maxLength(maxLength, `must have at most ${maxLength} characters`),
    matching(pattern, `must be ${patternHint ?? 'of the documented form'}`),
    v.rawCheck(({ dataset, addIssue }) => {
      const message = dataset.typed ? problemOf?.(dataset.value) : undefined;
      if (message !== undefined) addIssue({ message });
    }),
  );
  return described(schema, { kind: 'text', multiline, maxLength }, words);
}

/** A switch. */
export const flag = (words: Words): Input<boolean> =>
  described(v.boolean('must be true or false'), { kind: 'flag' }, words);

interface NumberRules {
  readonly min?: number;
  readonly max?: number;
}

const bounded = (schema: Input<number>, { min = -Infinity, max = Infinity }: NumberRules) => {
  const bounds =
    min !== -Infinity && max !== Infinity
      ? `between ${min} and ${max}`
      : min !== -Infinity
        ? `at least ${min}`
        : `at most ${max}`;
  return v.pipe(
    schema,
    v.check((value) => value >= min && value <= max, `must be ${bounds}`),
  );
};

/** A whole number. */
export function count(options: Words & NumberRules): Input<number> {
  const [words, rules] = split<NumberRules>(options);
  const whole = v.pipe(v.number('must be a number'), v.integer('must be a whole number'));
  return described(bounded(whole, rules), { kind: 'count', ...rules }, words);
}

/** A finite number. */
export function number(options: Words & NumberRules): Input<number> {
  const [words, rules] = split<NumberRules>(options);
  const finite = v.pipe(v.number('must be a number'), v.finite('must be a finite number'));
  return described(bounded(finite, rules), { kind: 'number', ...rules }, words);
}

interface DurationRules {
  readonly minMs: number;
  readonly maxMs: number;
}

/** A length of time, in milliseconds. Messages speak in units a person would use. */
export function duration(options: Words & DurationRules): Input<number> {
  const [words, { minMs, maxMs }] = split<DurationRules>(options);
  const schema = v.pipe(
    v.number('must be a length of time'),
    v.check(
      (value) => value >= minMs && value <= maxMs,
      `must be between ${formatDuration(minMs)} and ${formatDuration(maxMs)}`,
    ),
  );
  return described(schema, { kind: 'duration', minMs, maxMs }, words);
}

/** One of a closed list of words. */
export function choice<const Choices extends Readonly<Record<string, Choice>>>(
  options: Words & { readonly choices: Choices },
): Input<keyof Choices & string> {
  const [words, { choices }] = split<{ readonly choices: Choices }>(options);
  const names = Object.keys(choices) as (keyof Choices & string)[];
  return described(
    v.picklist(names, `must be one of ${names.join(', ')}`),
    { kind: 'choice', choices },
    words,
  );
}

interface TextsRules extends PatternRules {
  /** The closed list. @default any text */
  readonly choices?: Readonly<Record<string, Choice>>;
}

/** A list of words: free, of one form, or out of a closed list. */
export function texts(options: Words & TextsRules): Input<readonly string[]> {
  const [words, { choices, pattern, patternHint }] = split<TextsRules>(options);
  const one = choices
    ? v.picklist(Object.keys(choices), `must hold only ${Object.keys(choices).join(', ')}`)
    : v.pipe(
        v.string('must hold text only'),
        v.trim(),
        v.minLength(1, 'must not hold empty text'),
        matching(pattern, `must hold only ${patternHint ?? 'text of the documented form'}`),
      );
  return described(
    v.array(one, 'must be a list') as Input<readonly string[]>,
    { kind: 'texts', choices },
    words,
  );
}

interface ReferenceRules extends PatternRules {
  /** Name of the lookup in the catalog that lists what can be chosen. */
  readonly lookup: string;
  /** Regular expression whose first group is the ID in a URL of the vendor's. */
  readonly urlPattern?: string;
  /** What users call the ID, where that is another word: `Name or ID`. @default 'ID' */
  readonly idTitle?: string;
  /** Inputs that the lookup needs: what it lists is part of what they name. */
  readonly dependsOn?: readonly string[];
}

/** In a path they would name something else: what stands above it. */
const dots: ReadonlySet<string> = new Set(['.', '..']);

/** The ID of something the vendor can list. A number is taken as its digits. */
export function reference(options: Words & ReferenceRules): Input<string> {
  const [words, { lookup, urlPattern, idTitle, dependsOn, pattern, patternHint }] =
    split<ReferenceRules>(options);
  const schema = v.pipe(
    v.string('must be an ID'),
    v.trim(),
    v.minLength(1, 'must not be empty'),
    v.check((value) => !dots.has(value), 'must be an ID'),
    matching(pattern, `must be ${patternHint ?? 'an ID'}`),
  );
  return described(schema, { kind: 'reference', lookup, urlPattern, idTitle, dependsOn }, words);
}

interface FileRules {
  /** Without their dots. */
  readonly extensions?: readonly string[];
  /** Name of the file that a text becomes, where a host lets its user write the content itself: `rows.csv`. */
  readonly textName?: string;
  /** How a folder becomes such a file, where a host lets its user name one. @default a folder is none */
  readonly folder?: FolderPacking;
}

/** A file to carry. The host makes a source of what its user names. */
export function file(options: Words & FileRules): Input<Source> {
  const [words, rules] = split<FileRules>(options);
  const isSource = (value: unknown): boolean =>
    typeof value === 'object' && value !== null && 'open' in value && 'name' in value;
  return described(v.custom<Source>(isSource, 'must be a file'), { kind: 'file', ...rules }, words);
}

/** An http(s) URL. */
export function link(words: Words): Input<string> {
  const schema = v.pipe(
    v.string('must be a URL'),
    v.trim(),
    v.check(isHttpUrl, 'must be a URL that starts with https://'),
  );
  return described(schema, { kind: 'link' }, words);
}

function isHttpUrl(value: string): boolean {
  return /^https?:\/\//i.test(value) && URL.canParse(value);
}

interface RowsRules {
  readonly columnsFrom?: string;
  readonly dependsOn?: readonly string[];
}

const scalar = v.union(
  [v.string(), v.number(), v.boolean(), v.null()],
  'must hold text, numbers, switches or nothing',
);

/** Table rows. In n8n each item is a row, in an Action a file holds them. */
export function rows(options: Words & RowsRules): Input<readonly Row[]> {
  const [words, rules] = split<RowsRules>(options);
  const schema = v.pipe(
    v.array(v.record(v.string(), scalar, 'must be a table row'), 'must be a list of rows'),
    v.minLength(1, 'must have at least one row'),
  );
  return described(schema as unknown as Input<readonly Row[]>, { kind: 'rows', ...rules }, words);
}

/** A file that the host has kept. Outputs only. */
export const savedFile = (words: Words): Input<SavedFile> =>
  described(
    v.custom<SavedFile>(() => true),
    { kind: 'saved-file' },
    words,
  );

/** A date or time as the vendor wrote it. Outputs only. */
export const moment = (words: Words): Input<string> => described(v.string(), { kind: 'moment' }, words);

/** A value whose shape is the vendor's. Outputs only. */
export const anything = (words: Words): Input<unknown> =>
  described(v.unknown() as Input<unknown>, { kind: 'any' }, words);

type Figures = Readonly<Record<string, number | string | undefined>>;

/** A few figures by their names, short enough to be read by a person. Outputs only. */
export const figures = (words: Words): Input<Figures> =>
  described(
    v.custom<Figures>(() => true),
    { kind: 'any', isFigures: true },
    words,
  );
