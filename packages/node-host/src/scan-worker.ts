import type { RowBytes, RowState, Scanned, runKernel, startKernel } from '@modelferry/upload';

/** What a scanning thread is given once. */
export interface ScanTask {
  readonly path: string;
  readonly kernel: Uint8Array<ArrayBuffer>;
  readonly kernelInput: number;
  readonly bytes: RowBytes;
  /** Length of the file. */
  readonly length: number;
}

/** What it is asked for, one after the other. */
export interface ScanRequest {
  readonly state: RowState;
  readonly to: number;
}

/** What it answers. */
export type ScanAnswer = { readonly scanned: Scanned } | { readonly problem: string };

/**
 * All that a scanning thread does: it reads ranges of a file into the kernel's memory, the next block while it goes over
 * one. Only its text goes there, since bundles have no place for a file of its own, so it uses nothing but Node.js and
 * what it is given.
 */
export function scanWorker(start: typeof startKernel, run: typeof runKernel): void {
  const { openSync, read } = process.getBuiltinModule('node:fs');
  const { parentPort, workerData } = process.getBuiltinModule('node:worker_threads');
  const { path, kernel, kernelInput, bytes, length } = workerData as ScanTask;
  const file = openSync(path, 'r');
  const machine = start(kernel);
  const blockBytes = 1024 * 1024; // Of smaller ones the turns cost more than the reading
  const inputs: readonly [number, number] = [kernelInput, kernelInput + blockBytes + kernelInput];
  machine.memory.grow(Math.ceil((inputs[1] + blockBytes - machine.memory.buffer.byteLength) / 65_536));
  const memory = new Uint8Array(machine.memory.buffer);
  const newDecoder = () => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let decoder = newDecoder();
  let isBetween = true; // No character was cut off
  let before: Uint8Array = new Uint8Array();

  /** Where the first byte is that is no UTF-8, in the block. */
  const firstWrong = (block: Uint8Array): number => {
    decoder = newDecoder();
    const begin = before.findIndex((byte) => (byte & 0xc0) !== 0x80);
    try {
      if (begin >= 0) decoder.decode(before.subarray(begin), { stream: true });
      for (let at = 0; at < block.length; at++) {
        try {
          decoder.decode(block.subarray(at, at + 1), { stream: true });
        } catch {
          return at;
        }
      }
    } catch {
      return 0;
    }
    return block.length;
  };

  const decodes = (block: Uint8Array, last: boolean): boolean => {
    try {
      decoder.decode(block, { stream: !last });
      return true;
    } catch {
      return false;
    }
  };

  /** Reads a range into the kernel's memory. */
  const fill = (input: number, bytes: number, position: number): Promise<void> =>
    new Promise((resolve, reject) => {
      read(file, memory, input, bytes, position, (error, got) => {
        if (error) reject(error);
        else if (got === 0) reject(new Error(`it has ${length} bytes, and only ${position} came`));
        else if (got === bytes) resolve();
        else fill(input + got, bytes - got, position + got).then(resolve, reject);
      });
    });

  const scan = async ({ state, to }: ScanRequest): Promise<Scanned> => {
    let oddRow: Scanned['oddRow'];
    let notUtf8At: number | undefined;
    let [input, next] = inputs;
    let ahead: Promise<void> | undefined;
    while (state.position < to) {
      const { position } = state;
      const got = Math.min(blockBytes, to - position);
      await (ahead ?? fill(input, got, position));
      const rest = Math.min(blockBytes, to - position - got);
      ahead = rest > 0 ? fill(next, rest, position + got) : undefined;
      ahead?.catch(() => undefined); // Told when its turn comes
      run(machine, input, got, bytes, state, (row) => {
        oddRow ??= row;
      });
      const block = memory.subarray(input, input + got);
      const isWide = machine.wide.value === 1;
      if (notUtf8At === undefined && (isWide || !isBetween)) {
        // In steps: the text stays small enough to be gone before the next
        for (let at = 0; at < got && notUtf8At === undefined; at += 65_536) {
          const step = block.subarray(at, at + 65_536);
          const isLast = state.position === length && at + step.length === got;
          if (!decodes(step, isLast)) notUtf8At = position + at + firstWrong(step);
          before = step.slice(-3);
        }
      }
      isBetween = (block.at(-1) ?? 0) < 0x80;
      before = block.slice(-3);
      [input, next] = [next, input];
    }
    return { state, oddRow, notUtf8At };
  };

  const answer = (request: ScanRequest): Promise<ScanAnswer> =>
    scan(request).then(
      (scanned) => ({ scanned }),
      (error: unknown) => ({ problem: error instanceof Error ? error.message : String(error) }),
    );
  parentPort?.on('message', async (request: ScanRequest) => parentPort.postMessage(await answer(request)));
}
