import type { ScratchStore } from '@modelferry/upload';
import { collectBytes, patternedBytes } from '../bytes.ts';
import { testSource } from '../test-source.ts';
import { brokenBodies } from './broken-bodies.ts';

/** A scratch store on trial, and the way to look behind it. */
export interface ScratchOnTrial {
  readonly store: ScratchStore;
  /** Everything the store keeps now, unfinished files too. */
  leftovers(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/**
 * What every scratch store must do: know the length, replay, and leave nothing. Call it in a test file: it declares the
 * tests.
 * @param create makes a fresh, empty store for each test
 */
export function scratchContract(title: string, create: () => Promise<ScratchOnTrial>): void {
  describe(`${title} keeps the scratch contract`, () => {
    let onTrial: ScratchOnTrial;
    beforeEach(async () => {
      onTrial = await create();
    });
    afterEach(() => onTrial.close());
    const never = new AbortController().signal;
    const file = { name: '学習 データ.zip', contentType: 'application/zip' };

    test.each([0, 1, 2_000_003])('knows the length of %i bytes, and gives them twice', async (length) => {
      const bytes = patternedBytes(length);
      const body = testSource(bytes, { chunkBytes: [1, 65_537, 4_093] });
      const { source, dispose } = await onTrial.store.write({ ...file, body: body.open() }, never);
      expect(source).toMatchObject({ ...file, length, replayable: true });
      for (let turn = 0; turn < 2; turn++) {
        expect(Buffer.compare(await collectBytes(source.open()), bytes)).toBe(0);
      }
      expect(body.closed).toBe(1);
      await dispose();
    });

    test('keeps two files of one name apart', async () => {
      const bytes = [patternedBytes(1_000, 1), patternedBytes(2_000, 2)];
      const written = await Promise.all(
        bytes.map((each) => onTrial.store.write({ ...file, body: testSource(each).open() }, never)),
      );
      const read = await Promise.all(written.map(({ source }) => collectBytes(source.open())));
      expect(read).toEqual(bytes);
      await written[0]?.dispose();
      expect(written[1] && (await collectBytes(written[1].source.open()))).toEqual(bytes[1]);
      await written[1]?.dispose();
    });

    test('leaves nothing after it is disposed of, once or twice, also while it is read', async () => {
      const body = testSource(patternedBytes(500_000)).open();
      const { source, dispose } = await onTrial.store.write({ ...file, body }, never);
      for await (const chunk of source.open()) {
        if (chunk.length > 0) break;
      }
      await dispose();
      await dispose();
      expect(await onTrial.leftovers()).toEqual([]);
    });

    describe.each(brokenBodies)('when the body $title', ({ start }) => {
      test('fails within a second and leaves nothing', async () => {
        const { source, signal } = start();
        const startedAt = performance.now();
        await expect(onTrial.store.write({ ...file, body: source.open() }, signal)).rejects.toThrow();
        expect(performance.now() - startedAt).toBeLessThan(1_200);
        expect(await onTrial.leftovers()).toEqual([]);
      });
    });
  });
}
