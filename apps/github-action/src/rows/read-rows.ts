import { EngineError } from '@modelferry/http';
import type { Row } from '@modelferry/operation';
import { readFile, stat } from 'node:fs/promises';
import { parse, CsvError } from 'csv-parse/sync';

/** Largest table that is scored row by row, in bytes: each row is a request. */
const maxBytes = 64 * 1024 * 1024;

/**
 * The rows of a CSV file with a header line, as text by column.
 * @throws EngineError `invalid-input` naming what is wrong with the file, with the line where there is one
 */
export async function readRows(path: string): Promise<readonly Row[]> {
  const { size } = await stat(path);
  if (size > maxBytes) {
    throw unfit(`the file has ${size} bytes, and at most ${maxBytes} are scored row by row`, 'Split it.');
  }
  try {
    const records = parse(utf8(await readFile(path)), {
      bom: true,
      columns: uniqueColumns,
      skip_empty_lines: true,
    }) as readonly Row[];
    if (records.length > 0) return records;
  } catch (error) {
    if (error instanceof CsvError) throw unfit(`it is no CSV: ${error.message}`, 'Correct the file.');
    throw error;
  }
  throw unfit('the file has no rows', 'Give a CSV file with a header line and at least one row.');
}

function utf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw unfit('the file is not UTF-8 text', 'Save it as UTF-8.');
  }
}

function uniqueColumns(names: readonly string[]): string[] {
  const double = names.find((name, index) => names.indexOf(name) !== index);
  if (double !== undefined) throw unfit(`the header names the column "${double}" twice`, 'Rename one.');
  return [...names];
}

const unfit = (message: string, remedy: string): EngineError =>
  new EngineError({ code: 'invalid-input', message, remedy });
