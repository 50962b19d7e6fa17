import type { Source } from '@modelferry/upload';
import { collectBytes, patternedBytes } from '../bytes.ts';

/** A source on trial over the given bytes. */
export interface SourceOnTrial {
  readonly source: Source;
  /** How many handles, streams or connections it holds now, where the host can tell. */
  openHandles?(): number | Promise<number>;
  close(): Promise<void>;
}

export type CreateSource = (file: {
  readonly name: string;
  readonly bytes: Uint8Array;
}) => Promise<SourceOnTrial>;

const name = '売上 データ.csv';
const whole = patternedBytes(3_000_001);

/**
 * What every source must do, wherever its bytes lie. Call it in a test file: it declares the tests.
 * @param create puts the bytes in their place and makes the source over them
 */
export function sourceContract(title: string, create: CreateSource): void {
  describe(`${title} keeps the source contract`, () => {
    const ended: SourceOnTrial[] = [];
    const over = async (bytes: Uint8Array) => {
      const onTrial = await create({ name, bytes });
      ended.push(onTrial);
      return onTrial;
    };
    afterEach(async () => {
      for (const onTrial of ended.splice(0)) await onTrial.close();
    });
    const expectReleased = async ({ openHandles }: SourceOnTrial) => {
      for (let turn = 0; turn < 50 && (await openHandles?.()); turn++) {
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      expect((await openHandles?.()) ?? 0).toBe(0);
    };

    test.each([0, 1, 65_536, whole.length])('gives %i bytes and tells no other length', async (length) => {
      const bytes = whole.subarray(0, length);
      const onTrial = await over(bytes);
      const { source } = onTrial;
      expect(source.name).toBe(name);
      expect([length, undefined]).toContain(source.length);
      expectSame(await collectBytes(source.open()), bytes);
      await expectReleased(onTrial);
    });

    test('gives chunks that stay as they were', async () => {
      const { source } = await over(whole);
      const kept: Uint8Array[] = [];
      for await (const chunk of source.open()) kept.push(chunk);
      expectSame(new Uint8Array(Buffer.concat(kept)), whole);
    });

    test('opens twice with the same bytes when it is replayable, else only once', async () => {
      const { source } = await over(whole);
      expectSame(await collectBytes(source.open()), whole);
      const again = collectBytes(source.open());
      if (source.replayable) expectSame(await again, whole);
      else await expect(again).rejects.toThrow();
    });

    test('gives any range when it is ranged, also several at a time', async () => {
      const { source } = await over(whole);
      if (!source.ranged) return;
      const edges = [0, 1, 65_535, 65_537, 1_048_576, 2_999_999, whole.length];
      const ranges = edges.flatMap((start) => edges.map((end) => ({ start, end })));
      await Promise.all(
        ranges
          .filter(({ start, end }) => start <= end)
          .map(async ({ start, end }) =>
            expectSame(await collectBytes(source.open({ start, end })), whole.subarray(start, end)),
          ),
      );
    });

    test('lets go when the reader leaves early', async () => {
      const onTrial = await over(whole);
      for await (const chunk of onTrial.source.open()) if (chunk.length > 0) break;
      await expectReleased(onTrial);
    });

    test('reads at any position, into a buffer of the reader, where it has random access', async () => {
      const onTrial = await over(whole);
      const reader = await onTrial.source.reader?.();
      if (!reader) return;
      const target = new Uint8Array(70_001);
      for (const position of [2_900_000, 0, 1_234_567]) {
        const read = await reader.read(target, position);
        expect(read).toBeGreaterThan(0);
        expectSame(target.subarray(0, read), whole.subarray(position, position + read));
      }
      expect(await reader.read(target, whole.length)).toBe(0);
      await reader.close();
      await expectReleased(onTrial);
    });
  });
}

function expectSame(actual: Uint8Array, expected: Uint8Array): void {
  expect(actual.length).toBe(expected.length);
  expect(Buffer.compare(actual, expected)).toBe(0);
}
