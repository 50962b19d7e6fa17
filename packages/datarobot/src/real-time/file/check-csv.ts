import { InputError, type InputFault } from '@modelferry/http';
import { readTableHead, type Source, type TableHead } from '@modelferry/upload';
import { missingColumns } from '../../tables/missing-columns.ts';

/** A CSV that may be sent, still whole. */
export interface CheckedCsv {
  readonly source: Source;
  readonly columns: readonly string[];
}

/**
 * Looks at a CSV before anything is sent. What scores at once takes commas and UTF-8 only, and cannot be told otherwise.
 * @throws InputError with everything that is wrong with it
 */
export async function checkCsv(file: Source, passthroughColumns: readonly string[]): Promise<CheckedCsv> {
  const head = await readTableHead(file, { maxRows: 20 });
  const faults = [...tableFaults(file.name, head), ...columnFaults(head, passthroughColumns)];
  if (faults.length > 0) throw new InputError(faults);
  return head;
}

function tableFaults(
  name: string,
  { complete, rows, delimiter, encoding, encodingLooksUtf8 }: TableHead,
): InputFault[] {
  const field = 'file';
  const faults: InputFault[] = [];
  if (complete && rows.length === 0) {
    const remedy = 'Pass a table with at least one row.';
    faults.push({ field, problem: `"${name}" has a header and no rows`, remedy });
  }
  if (delimiter !== ',') {
    const found = delimiter === '\t' ? 'tabs' : `"${delimiter}"`;
    const remedy =
      'Save it with commas, or score it as a batch, where Delimiter can be set. If it has one column whose name holds the mark, put the name in quotes.';
    faults.push({ field, problem: `"${name}" is delimited by ${found}, and only commas are taken`, remedy });
  }
  if (!encodingLooksUtf8) {
    const remedy = `Save it as UTF-8 (it may be ${encoding}), or score it as a batch, where Encoding can be set.`;
    faults.push({ field, problem: `"${name}" is not UTF-8`, remedy });
  }
  return faults;
}

const columnFaults = (
  { columns, delimiter, encodingLooksUtf8 }: TableHead,
  passthroughColumns: readonly string[],
): readonly InputFault[] =>
  delimiter === ',' && encodingLooksUtf8 ? missingColumns(columns, passthroughColumns) : [];
