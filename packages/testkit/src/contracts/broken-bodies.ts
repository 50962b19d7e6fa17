import { patternedBytes } from '../bytes.ts';
import { testSource, type TestSource } from '../test-source.ts';

interface BrokenBody {
  readonly title: string;
  /** Makes the body, and the signal that comes shortly after where one does. */
  start(): { readonly source: TestSource; readonly signal: AbortSignal };
}

const bytes = patternedBytes(400_000);

/** The ways in which a body that is being written down does not come to its end. */
export const brokenBodies: readonly BrokenBody[] = [
  {
    title: 'breaks',
    start: () => ({
      source: testSource(bytes, {
        chunkBytes: [100_000],
        beforeChunk: (given) => (given > 200_000 ? Promise.reject(new Error('broken')) : undefined),
      }),
      signal: new AbortController().signal,
    }),
  },
  {
    title: 'hangs and is stopped',
    start: () => ({
      source: testSource(bytes, {
        chunkBytes: [100_000],
        beforeChunk: (given) => (given > 200_000 ? new Promise(() => undefined) : undefined),
      }),
      signal: stoppedSoon(),
    }),
  },
  {
    title: 'is slow and is stopped',
    start: () => ({
      source: testSource(bytes, {
        chunkBytes: [1_000],
        beforeChunk: () => new Promise((resolve) => setTimeout(resolve, 10)),
      }),
      signal: stoppedSoon(),
    }),
  },
  {
    title: 'is not wanted any more',
    start: () => ({ source: testSource(bytes), signal: AbortSignal.abort() }),
  },
];

function stoppedSoon(): AbortSignal {
  const abort = new AbortController();
  setTimeout(() => abort.abort(new Error('stopped by the test')), 150);
  return abort.signal;
}
