import { peekSource } from '../peek-source.ts';
import type { Source } from '../source.ts';
import { detectDelimiter } from './delimiter.ts';
import { hasWideBom, utf8BomBytes } from './encoding.ts';
import { RecordScanner, type RecordFormat } from './record-scanner.ts';
import { tableFault } from './table-fault.ts';

/** How a table is written, as its first line tells. */
export interface TableLayout {
  readonly format: RecordFormat;
  /** The header line with its byte order mark and its line end, as it stands. */
  readonly header: Uint8Array;
  /** Length of the byte order mark, in bytes: 3 or 0. */
  readonly bomBytes: number;
  /** The table, still whole. Read this one. */
  readonly source: Source;
}

/** Longest header line, in bytes. */
const maxHeaderBytes = 4 * 1024 * 1024;

/**
 * Finds a table's header line, byte for byte.
 * @param field the input that the table came by, for errors
 * @throws InputError for an empty file, UTF-16, or no end of the first line
 */
export async function readTableLayout(
  source: Source,
  field: string,
  delimiter?: string,
): Promise<TableLayout> {
  const fault = (problem: string, remedy: string) => tableFault(field, source.name, problem, remedy);
  let table = source;
  for (let maxBytes = 64 * 1024; ; maxBytes *= 8) {
    const { head, ended, source: whole } = await peekSource(table, maxBytes);
    table = whole;
    if (head.length === 0) throw fault('is empty', 'Pass a table with a header line and at least one row.');
    if (hasWideBom(head)) {
      throw fault('is encoded in UTF-16, which cannot be split by bytes', 'Save it as UTF-8.');
    }
    const bomBytes = utf8BomBytes(head);
    const used = delimiter ?? detectDelimiter(latin1(head.subarray(bomBytes)), source.name);
    const found = headerEnd(head, bomBytes, ended, used);
    if (found) return { format: found.format, header: head.slice(0, found.end), bomBytes, source: table };
    if (ended) return { format: { delimiter: used }, header: head, bomBytes, source: table };
    if (head.length >= maxHeaderBytes) {
      throw fault(
        `has no end of its header line in ${head.length} bytes`,
        'Check that it is a CSV or TSV file, and that its quotes are closed.',
      );
    }
  }
}

const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

/** The header ends with whichever line end comes first outside of quotes; that is also how all other records end. */
function headerEnd(head: Uint8Array, from: number, ended: boolean, delimiter: string) {
  const endAt = (format: RecordFormat) => new RecordScanner(format).firstEnd(head, from) ?? Infinity;
  const lf: RecordFormat = { delimiter, lineEnd: 'lf' };
  const cr: RecordFormat = { delimiter, lineEnd: 'cr' };
  const lfEnd = endAt(lf);
  const crEnd = endAt(cr);
  if (crEnd === head.length && !ended) return undefined; // Whether a LF follows is not known yet
  if (crEnd < lfEnd - 1) return { format: cr, end: crEnd };
  return lfEnd === Infinity ? undefined : { format: lf, end: lfEnd };
}
