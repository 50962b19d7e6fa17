import { patternedBytes, testSource } from '@modelferry/testkit';
import { outgoingBody } from '../src/transport/outgoing-body.ts';

const open = (byteCount: number, declaredLength?: number | null) => {
  const source = testSource(patternedBytes(byteCount), { chunkBytes: [10], declaredLength });
  const body = outgoingBody(source, () => undefined);
  return { body, chunks: body.chunks[Symbol.asyncIterator]() };
};

describe('how much of a body was taken', () => {
  test('is none before the first byte, a part after it, all with the last one', async () => {
    const { body, chunks } = open(20);
    expect(body.taken).toBe('none');
    await chunks.next();
    expect(body.taken).toBe('part');
    await chunks.next(); // Its end was not asked for, and the server has it all the same
    expect(body.taken).toBe('all');
  });

  test('of an empty body is all from the beginning', () => {
    expect(open(0).body.taken).toBe('all');
  });

  test('of a body of unknown length is all with its end: until then the server waits for more', async () => {
    const { body, chunks } = open(10, null);
    await chunks.next();
    expect(body.taken).toBe('part');
    await chunks.next();
    expect(body.taken).toBe('all');
  });
});
