import { InputError, type InputFault } from '@modelferry/http';
import {
  delimiters,
  detectDelimiter,
  peekSource,
  readTableHead,
  type Delimiter,
  type Source,
  type TableHead,
} from '@modelferry/upload';
import type { CsvSettings } from '../../client/batch-request.ts';
import { countedTable, type CountedTable } from '../../tables/counted-table.ts';
import { missingColumns } from '../../tables/missing-columns.ts';
import { isReadByBytes, isUtf8, standardQuote } from '../settings/csv-words.ts';

/** Data that may be sent: still whole, and checked to their end as they stream. */
export interface CheckedData extends CountedTable {
  readonly csvSettings: Required<CsvSettings>;
}

/** What the user has said of the file. */
export interface DataRules extends CsvSettings {
  /** Columns that the result is to repeat. */
  readonly passthroughColumns: readonly string[];
}

/**
 * Looks at a table before anything is sent: its delimiter where none is given, its encoding, and that it has rows. The
 * vendor answers an empty or unreadable file with 422, after it was sent (3.10).
 * @throws InputError with everything that is wrong with it
 */
export async function checkData(
  file: Source,
  rules: DataRules,
  warn: (message: string) => void,
): Promise<CheckedData> {
  const { encoding = 'utf-8', quotechar = standardQuote } = rules;
  const given = rules.delimiter === 'tab' ? '\t' : rules.delimiter;
  // Our reader knows quotes of one kind only, and bytes that mean what they look like: else, what looks wrong may be right
  const readable = quotechar === standardQuote && isReadByBytes(encoding);
  const { source, ...format } = readable
    ? await checkHead(file, rules, given)
    : await glance(file, given ?? undefined);
  const { delimiter } = format;
  if (rules.delimiter === undefined && delimiter !== ',') {
    warn(
      `"${file.name}" is delimited by ${delimiter === '\t' ? 'tabs' : `"${delimiter}"`}: the job is told so, and its result will be, too.`,
    );
  }
  return {
    ...countedTable(source, { ...format, readable, utf8: isUtf8(encoding), warn }),
    csvSettings: { delimiter: delimiter === '\t' ? 'tab' : delimiter, encoding, quotechar },
  };
}

async function checkHead(file: Source, rules: DataRules, given: string | undefined) {
  const known = delimiters.find((one) => one === given) as Delimiter | undefined;
  const head = await readTableHead(file, { delimiter: known, maxRows: 20 });
  const faults = [...tableFaults(file.name, head, rules), ...columnFaults(head, rules, given)];
  if (faults.length > 0) throw new InputError(faults);
  return { source: head.source, delimiter: given ?? head.delimiter, lineEnd: head.lineEnd };
}

function tableFaults(
  name: string,
  { complete, rows, encoding, encodingLooksUtf8 }: TableHead,
  rules: DataRules,
): InputFault[] {
  const faults: InputFault[] = [];
  if (complete && rows.length === 0) {
    const remedy = 'Pass a table with at least one row.';
    faults.push({ field: 'file', problem: `"${name}" has a header and no rows`, remedy });
  }
  if (!encodingLooksUtf8 && isUtf8(rules.encoding ?? 'utf-8')) {
    faults.push({
      field: 'file',
      problem: `"${name}" is not UTF-8, as a file without another Encoding must be`,
      remedy: `Set Encoding to what it is (it may be ${encoding}), or save it as UTF-8.`,
    });
  }
  return faults;
}

/** Names can only be compared where they were certainly read right. */
function columnFaults(
  { columns, encodingLooksUtf8, delimiter }: TableHead,
  { passthroughColumns }: DataRules,
  given: string | undefined,
): readonly InputFault[] {
  if (!encodingLooksUtf8 || (given !== undefined && given !== delimiter)) return [];
  return missingColumns(columns, passthroughColumns);
}

async function glance(file: Source, given: string | undefined) {
  const { head, source } = await peekSource(file, 64 * 1024);
  if (head.length === 0) {
    const remedy = 'Pass a table with a header line and at least one row.';
    throw new InputError([{ field: 'file', problem: `"${file.name}" is empty`, remedy }]);
  }
  return { source, delimiter: given ?? detectDelimiter(new TextDecoder('latin1').decode(head), file.name) };
}
