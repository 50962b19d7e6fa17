import type { ResponseBody } from '@modelferry/http';
import { csvRow, parseRows, RecordScanner } from '@modelferry/upload';

/**
 * Takes columns out of a CSV as it streams. A name that stands there twice stays: which of the two is meant cannot be told.
 * @param dropped names of the columns
 */
export const withoutColumns = (body: ResponseBody, dropped: ReadonlySet<string>): ResponseBody => ({
  [Symbol.asyncIterator]: () => keeping(body, dropped),
  cancel: () => body.cancel(),
});

async function* keeping(
  chunks: AsyncIterable<Uint8Array>,
  dropped: ReadonlySet<string>,
): AsyncGenerator<Uint8Array> {
  const scanner = new RecordScanner({ delimiter: ',' });
  const decoder = new TextDecoder();
  let kept: readonly number[] | undefined;
  let begun = '';
  const narrowed = (text: string): Uint8Array => {
    const { rows } = parseRows(text, ',');
    kept ??= placesToKeep(rows[0] ?? [], dropped);
    const places = kept;
    const lines = rows.map((row) => `${csvRow(places.map((at) => row[at]))}\r\n`);
    return new TextEncoder().encode(lines.join(''));
  };
  for await (const chunk of chunks) {
    const end = scanner.lastEnd(chunk);
    begun += decoder.decode(chunk.subarray(0, end ?? chunk.length), { stream: true });
    if (end === undefined) continue;
    yield narrowed(begun);
    begun = decoder.decode(chunk.subarray(end), { stream: true });
  }
  begun += decoder.decode();
  if (begun !== '') yield narrowed(begun);
}

const placesToKeep = (header: readonly string[], dropped: ReadonlySet<string>): number[] =>
  [...header.keys()].filter((at) => {
    const name = header[at] ?? '';
    return !dropped.has(name) || header.indexOf(name) !== header.lastIndexOf(name);
  });
