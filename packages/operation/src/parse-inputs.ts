import { InputError, type InputFault } from '@modelferry/http';
import * as v from 'valibot';
import type { Field } from './field.ts';
import { notOneOf } from './not-one-of.ts';
import { perhapsMeant } from './perhaps-meant.ts';

/**
 * Checks raw inputs against a schema and fills in defaults.
 * @throws InputError with one fault for each wrong input, all at once
 */
export function parseInputs<Schema extends v.GenericSchema>(
  schema: Schema,
  fields: readonly Field[],
  raw: Readonly<Record<string, unknown>>,
): v.InferOutput<Schema> {
  const known = new Set(fields.map(({ name }) => name));
  const strangers = Object.keys(raw).filter((name) => !known.has(name));
  const missing = fields
    .filter(({ name, required }) => required && raw[name] === undefined)
    .map(({ name }) => name);
  const faults = new Map<string, InputFault>();
  for (const name of strangers)
    faults.set(name, {
      field: name,
      problem: 'is not an input of this operation',
      remedy: perhapsMeant(name, known),
    });
  for (const name of missing)
    faults.set(name, { field: name, problem: 'is required', remedy: remedyFor(fields, name) });

  const parsed = v.safeParse(schema, raw);
  for (const issue of parsed.issues ?? []) {
    const name = String(issue.path?.[0]?.key ?? '');
    // The first fault of an input explains the later ones
    if (!faults.has(name)) faults.set(name, { field: name, ...faultOf(issue, fieldOf(fields, name)) });
  }
  if (faults.size > 0) throw new InputError([...faults.values()]);
  return parsed.output as v.InferOutput<Schema>;
}

/** Of a word that is not in its list, more is told than the schema can say. */
function faultOf(
  { message: problem, type, input }: v.BaseIssue<unknown>,
  field: Field | undefined,
): Omit<InputFault, 'field'> {
  if (type !== 'picklist' || typeof input !== 'string') return { problem };
  const choices = field && 'choices' in field ? field.choices : undefined;
  return notOneOf(input, Object.keys(choices ?? {}), problem);
}

function remedyFor(fields: readonly Field[], name: string): string | undefined {
  const field = fieldOf(fields, name);
  return field && `Give ${field.title}${field.placeholder ? `, ${field.placeholder}` : ''}.`;
}

const fieldOf = (fields: readonly Field[], name: string): Field | undefined =>
  fields.find((field) => field.name === name);
