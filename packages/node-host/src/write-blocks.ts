import type { FileHandle } from 'node:fs/promises';
import { abortable } from '@modelferry/http';

/** Hears every byte in order, while it is on its way to the disk. */
export type OnBlock = (bytes: Uint8Array) => void;

const blockBytes = 1024 * 1024;

/**
 * Writes a body to a file, through two buffers of which one fills while the other is written. The sender is held up
 * only when both are full.
 * @param refused turns what the file system refused into the error to throw
 * @returns bytes written
 * @throws the signal's reason, also when the body hangs
 */
export async function writeBlocks(
  file: FileHandle,
  body: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
  refused: (error: unknown) => never,
  onBlock: OnBlock = () => undefined,
): Promise<number> {
  let filling = Buffer.allocUnsafeSlow(blockBytes);
  let spare = Buffer.allocUnsafeSlow(blockBytes);
  let filled = 0;
  let position = 0;
  let writing = Promise.resolve();
  const flush = async () => {
    await writing;
    const block = filling.subarray(0, filled);
    writing = writeWhole(file, block, position).catch(refused);
    writing.catch(() => undefined); // Thrown at the next flush
    onBlock(block);
    position += filled;
    filled = 0;
    [filling, spare] = [spare, filling];
  };

  const iterator = body[Symbol.asyncIterator]();
  let ended = false;
  try {
    for (;;) {
      const next = await abortable(iterator.next(), signal);
      if (next.done) break;
      for (let rest = next.value; rest.length > 0;) {
        const part = rest.subarray(0, blockBytes - filled);
        filling.set(part, filled);
        filled += part.length;
        rest = rest.subarray(part.length);
        if (filled === blockBytes) await flush();
      }
    }
    ended = true;
    await flush();
    await writing;
    return position;
  } finally {
    if (!ended) iterator.return?.().catch(() => undefined);
    await writing.catch(() => undefined); // The buffers and the handle are in use until then
  }
}

async function writeWhole(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let written = 0; written < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, written, bytes.length - written, position + written);
    written += bytesWritten;
  }
}
