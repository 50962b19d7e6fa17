import { planTableParts, type Source } from '@modelferry/upload';
import { countedTable } from '../../tables/counted-table.ts';
import { checkCsv } from './check-csv.ts';
import type { Slice, SliceRules } from './slice.ts';

/** Cuts a CSV; each slice has the header. @throws InputError for what cannot be scored at once */
export async function* csvSlices(
  file: Source,
  { sliceBytes: partBytes, passthroughColumns, signal, warn }: SliceRules,
): AsyncGenerator<Slice, void, undefined> {
  const { source, columns } = await checkCsv(file, passthroughColumns);
  let warned = false;
  const warnOnce = (message: string) => {
    if (!warned) warn(message);
    warned = true;
  };
  for await (const part of planTableParts(source, { partBytes, delimiter: ',', signal })) {
    const rules = { delimiter: ',', readable: true, utf8: true, warn: warnOnce };
    const counted = countedTable(part.source, rules);
    yield {
      index: part.index,
      source: counted.source,
      contentType: 'text/csv',
      columns,
      fromByte: part.rows.start,
      toByte: part.rows.end,
      sentRows: () => counted.sentRows(),
    };
  }
}
