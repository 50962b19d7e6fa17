import { InputError } from '@modelferry/http';
import type { Row } from '@modelferry/operation';

/** What a model expects of a row. */
export interface ExpectedColumns {
  readonly names: ReadonlySet<string>;
  /** Names that may be left out: the target, which is what is asked for. */
  readonly optional: ReadonlySet<string>;
}

/** @returns an error that names the columns of a row that are missing or unknown; undefined when all is well */
export function columnError(row: Row, { names, optional }: ExpectedColumns): InputError | undefined {
  const unknown = Object.keys(row).filter((name) => !names.has(name));
  const missing = [...names].filter((name) => !Object.hasOwn(row, name) && !optional.has(name));
  if (unknown.length === 0 && missing.length === 0) return undefined;
  const field = 'rows';
  return new InputError([
    ...missing.map((name) => ({
      field,
      problem: `the column "${name}" is missing`,
      remedy: 'Add it to the row.',
    })),
    ...unknown.map((name) => ({
      field,
      problem: `the model has no column "${name}"`,
      remedy: 'Take it out of the row, or rename it to what the model was trained on.',
    })),
  ]);
}
