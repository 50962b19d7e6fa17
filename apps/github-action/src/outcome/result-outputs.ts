import type { Field } from '@modelferry/operation';
import type { SavedFile } from '@modelferry/upload';
import { isFigures, type ActionFace, type ActionOutput } from '../face/index.ts';
import { amountOf } from '../log/amounts.ts';
import { sentenceCase } from '../text/sentence-case.ts';
import { shownPath } from '../text/shown-path.ts';
import type { Fact } from './step-report.ts';

type Result = Readonly<Record<string, unknown>>;

/** The outputs of the operation, as text, by the names that later steps use. Those without a value are left out. */
export function resultOutputs({ outputs }: ActionFace, result: Result): Readonly<Record<string, string>> {
  return Object.fromEntries(
    outputs.flatMap(({ name, field }) => {
      const value = field && result[field.name];
      return field === undefined || value === undefined || value === null
        ? []
        : [[name, textOf(field, value)]];
    }),
  );
}

function textOf(field: Field, value: unknown): string {
  if (isFigures(field)) return figuresJson(value as Readonly<Record<string, unknown>>);
  if (field.kind === 'saved-file') return (value as SavedFile).location;
  return Array.isArray(value) ? value.join('\n') : String(value);
}

/** Most figures of an output, and the length of each, in characters: half of a JSON text would be none. */
const maxFigures = 60;
const maxFigureLength = 200;

const figuresJson = (figures: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(figures)
        .filter((figure) => JSON.stringify(figure).length <= maxFigureLength)
        .slice(0, maxFigures),
    ),
  );

/** Kinds of outputs that say something to a reader; flags are said by the outcome already. */
const factKinds = new Set(['text', 'choice', 'count', 'number', 'moment', 'link', 'saved-file', 'duration']);

/** The outputs as a reader wants to see them. @param workspace from where paths are shown */
export const resultFacts = ({ outputs }: ActionFace, result: Result, workspace: string): readonly Fact[] =>
  outputs.flatMap((output) => factOf(output, result, workspace) ?? []);

function factOf({ field }: ActionOutput, result: Result, workspace: string): Fact | undefined {
  const value = field && result[field.name];
  // A token is for machines
  if (!field || value === undefined || value === null || !factKinds.has(field.kind)) return undefined;
  if (field.name.endsWith('Token')) return undefined;
  const title = sentenceCase(field.title);
  if (field.kind === 'saved-file') return fileFact(title, value as SavedFile, workspace);
  const text = String(value);
  return {
    title,
    value: text,
    exact: field.kind === 'text' || field.kind === 'choice',
    ...(field.kind === 'link' ? { url: text } : {}),
  };
}

/** Where a file is, and how big. */
export const fileFact = (title: string, { location, bytes }: SavedFile, workspace: string): Fact => ({
  title,
  value: shownPath(location, workspace),
  exact: true,
  note: amountOf(bytes),
});

/** The files among the outputs. */
export const resultFiles = ({ outputs }: ActionFace, result: Result): readonly SavedFile[] =>
  outputs.flatMap(({ field }) => {
    const value = field?.kind === 'saved-file' ? result[field.name] : undefined;
    return value === undefined || value === null ? [] : [value as SavedFile];
  });
