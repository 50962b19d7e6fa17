import { n8nClock } from '../n8n-clock.ts';

/** How many bytes pass without a pause. */
const stretchBytes = 1024 * 1024;

/**
 * Passes chunks on with a short pause after each MiB, so some hundred MB/s at most. The buffers that a burst was read into
 * pile up otherwise: V8 begins to collect them when there are about 64 MB, and without a pause as much again comes while
 * it does.
 */
export async function* unhurried(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  let passed = 0;
  for await (const chunk of chunks) {
    yield chunk;
    passed += chunk.length;
    if (passed < stretchBytes) continue;
    passed = 0;
    await n8nClock.sleep(1);
  }
}
