import type { SavedFile, Sink } from '@modelferry/upload';
import { collectBytes, patternedBytes } from '../bytes.ts';
import { testSource } from '../test-source.ts';
import { brokenBodies } from './broken-bodies.ts';

/** A sink on trial, and the way to look behind it. */
export interface SinkOnTrial {
  readonly sink: Sink;
  /** Reads back what was kept. */
  read(saved: SavedFile): Promise<Uint8Array>;
  /** Everything that lies where the sink keeps files, unfinished ones too. */
  leftovers(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/**
 * What every sink must do: keep a file whole or not at all. Call it in a test file: it declares the tests.
 * @param create makes a fresh, empty sink for each test
 */
export function sinkContract(title: string, create: () => Promise<SinkOnTrial>): void {
  describe(`${title} keeps the sink contract`, () => {
    let onTrial: SinkOnTrial;
    beforeEach(async () => {
      onTrial = await create();
    });
    afterEach(() => onTrial.close());
    const never = new AbortController().signal;
    const file = { name: '結果 データ.zip', contentType: 'application/zip' };

    test.each([0, 1, 2_000_003])('keeps a file of %i bytes whole', async (length) => {
      const bytes = patternedBytes(length);
      const body = testSource(bytes, { chunkBytes: [1, 65_537, 4_093] });
      const saved = await onTrial.sink.save({ ...file, length, body: body.open() }, never);
      expect(saved).toMatchObject({ ...file, bytes: length });
      expect(saved.location).not.toBe('');
      expect(Buffer.compare(await onTrial.read(saved), bytes)).toBe(0);
      expect(body.closed).toBe(1);
    });

    test('keeps a file whose length was not told', async () => {
      const bytes = patternedBytes(100_000);
      const saved = await onTrial.sink.save({ ...file, body: testSource(bytes).open() }, never);
      expect(saved.bytes).toBe(bytes.length);
      expect(await collectBytes(testSource(await onTrial.read(saved)).open())).toEqual(bytes);
    });

    test.each([99_999, 100_001])('refuses 100000 bytes of which %i were told', async (length) => {
      const body = testSource(patternedBytes(100_000), { chunkBytes: [30_000] }).open();
      await expect(onTrial.sink.save({ ...file, length, body }, never)).rejects.toThrow();
      expect(await onTrial.leftovers()).toEqual([]);
    });

    describe.each(brokenBodies)('when the body $title', ({ start }) => {
      test('fails within a second, lets go of the body and leaves nothing', async () => {
        const { source, signal } = start();
        const startedAt = performance.now();
        await expect(onTrial.sink.save({ ...file, body: source.open() }, signal)).rejects.toThrow();
        expect(performance.now() - startedAt).toBeLessThan(1_200);
        expect(await onTrial.leftovers()).toEqual([]);
      });
    });
  });
}
