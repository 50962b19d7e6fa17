import { InputError } from '@modelferry/http';
import { bytesSource, joinBytes, type Source } from '@modelferry/upload';
import { JsonObjects, type JsonForm, type JsonPiece } from './json-objects.ts';
import type { Slice, SliceRules } from './slice.ts';

const begin = Uint8Array.of(0x5b); // [
const between = Uint8Array.of(0x2c); // ,
const end = Uint8Array.of(0x5d); // ]
const byteOrderMark = [0xef, 0xbb, 0xbf];

/**
 * Cuts JSON between its objects; each slice is a list of them. Memory: a slice.
 * @throws InputError for what is no list of objects, for an object larger than a slice, and for what is not UTF-8
 */
export async function* jsonSlices(
  file: Source,
  form: JsonForm,
  { sliceBytes, signal }: SliceRules,
): AsyncGenerator<Slice, void, undefined> {
  const fault = (problem: string, remedy: string) =>
    new InputError([{ field: 'file', problem: `"${file.name}" ${problem}`, remedy }]);
  const tooLong = () =>
    fault(
      `has an object that fits into no slice of ${sliceBytes} bytes`,
      'Use larger slices, of 50 MB at most.',
    );
  const objects = new JsonObjects(form);
  let pieces: JsonPiece[] = [];
  let bytes = begin.length + end.length;
  let index = 0;
  const slice = (): Slice => {
    const [first] = pieces;
    const last = pieces.at(-1);
    const rows = pieces.length;
    const list = pieces.flatMap((piece, at) => (at === 0 ? [piece.bytes] : [between, piece.bytes]));
    const source = bytesSource(`rows-${index + 1}.json`, joinBytes([begin, ...list, end]));
    pieces = [];
    bytes = begin.length + end.length;
    return {
      index: index++,
      source,
      contentType: 'application/json',
      fromByte: first?.start ?? 0,
      toByte: last ? last.start + last.bytes.length : 0,
      sentRows: () => rows,
    };
  };

  for await (const chunk of utf8Chunks(file, () => fault('is not UTF-8', 'Save it as UTF-8.'))) {
    signal.throwIfAborted();
    const found = objects.feed(chunk);
    for (;;) {
      const next = step(found, (problem) => fault(problem, 'Pass a list of objects, or one object a line.'));
      if (next.done) break;
      const { length } = next.value.bytes;
      if (length + begin.length + end.length > sliceBytes) throw tooLong();
      if (pieces.length > 0 && bytes + between.length + length > sliceBytes) yield slice();
      bytes += length + (pieces.length > 0 ? between.length : 0);
      pieces.push(next.value);
    }
    if (objects.begunBytes > sliceBytes) throw tooLong();
  }
  if (!objects.isWhole) throw fault('breaks off before its end', 'Pass the whole of it.');
  if (pieces.length > 0) yield slice();
  else if (index === 0) throw fault('has no rows', 'Pass a list with at least one object.');
}

function step(found: Generator<JsonPiece, void, undefined>, fault: (problem: string) => InputError) {
  try {
    return found.next();
  } catch (error) {
    throw error instanceof RangeError ? fault(error.message) : error;
  }
}

/** The bytes without a byte order mark, which JSON must not have. */
async function* utf8Chunks(file: Source, fault: () => InputError): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const check = (chunk?: Uint8Array) => {
    try {
      decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      throw fault();
    }
  };
  let beginning: Uint8Array | undefined = new Uint8Array();
  for await (const chunk of file.open()) {
    check(chunk);
    if (beginning === undefined) {
      yield chunk;
      continue;
    }
    beginning = joinBytes([beginning, chunk]);
    if (beginning.length < byteOrderMark.length) continue;
    const hasMark: boolean = byteOrderMark.every((byte, at) => beginning?.[at] === byte);
    // Blanks keep the positions as they are in the file
    yield hasMark
      ? joinBytes([new Uint8Array(byteOrderMark.length).fill(0x20), beginning.subarray(3)])
      : beginning;
    beginning = undefined;
  }
  check();
  if (beginning !== undefined) yield beginning;
}
