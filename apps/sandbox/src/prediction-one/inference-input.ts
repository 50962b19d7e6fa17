import { parse } from 'csv-parse/sync';
import { invalidInferenceRequest } from './errors.ts';

/** What one scoring is asked for. */
export interface InferenceInput {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly reasons: boolean;
  readonly repeatInputs: boolean;
  readonly withoutLabel: boolean;
  readonly withoutRowNumbers: boolean;
  readonly leftmost?: string;
}

const types: Readonly<Record<string, string>> = {
  pr: 'csv',
  ar: 'boolean',
  ad: 'boolean',
  nc: 'boolean',
  nr: 'boolean',
  pc: 'string',
};

/** @throws VendorError for a body that does not fit the documented form */
export function readInferenceInput(body: unknown, multiRow: boolean): InferenceInput {
  const inputs = (body as { readonly inputs?: unknown } | undefined)?.inputs;
  if (!Array.isArray(inputs)) throw invalidInferenceRequest();
  const values = new Map<string, unknown>();
  for (const input of inputs as readonly Readonly<Record<string, unknown>>[]) {
    const { name, type, data } = input;
    if (typeof name !== 'string' || types[name] === undefined || types[name] !== type)
      throw invalidInferenceRequest();
    if (typeof data !== (type === 'boolean' ? 'boolean' : 'string')) throw invalidInferenceRequest();
    values.set(name, data);
  }
  for (const name of ['pr', 'ar', 'ad', 'nc']) if (!values.has(name)) throw invalidInferenceRequest();
  const [columns, ...rows] = readCsv(values.get('pr') as string);
  if (columns === undefined || rows.length === 0) throw invalidInferenceRequest();
  if (rows.length > 1 && !multiRow) throw invalidInferenceRequest();
  if (rows.some((row) => row.length !== columns.length)) throw invalidInferenceRequest();
  const leftmost = values.get('pc') as string | undefined;
  if (leftmost !== undefined && !columns.includes(leftmost)) throw invalidInferenceRequest();
  return {
    columns,
    rows,
    reasons: values.get('ar') === true,
    repeatInputs: values.get('ad') === true,
    withoutLabel: values.get('nc') === true,
    withoutRowNumbers: values.get('nr') === true,
    leftmost,
  };
}

function readCsv(base64: string): string[][] {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(base64))
    throw invalidInferenceRequest();
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(base64, 'base64'));
    return parse(text, { relax_column_count: true, skip_empty_lines: true });
  } catch {
    throw invalidInferenceRequest();
  }
}
