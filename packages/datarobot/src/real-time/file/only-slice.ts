import { InputError } from '@modelferry/http';
import type { Slice } from './slice.ts';

/** The one slice that a time series is. @throws InputError before anything is sent when there are more: its rows belong together */
export async function* onlySlice(slices: AsyncIterable<Slice>, name: string): AsyncGenerator<Slice> {
  let only: Slice | undefined;
  for await (const slice of slices) {
    if (only) {
      const problem = `"${name}" does not fit into one request, and the rows of a time series must not be split`;
      const remedy = 'Send less of its history, or score it as a batch.';
      throw new InputError([{ field: 'file', problem, remedy }]);
    }
    only = slice;
  }
  if (only) yield only;
}
