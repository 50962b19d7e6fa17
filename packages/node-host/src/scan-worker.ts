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
 * All that a scanning thread does: it reads ranges of a file into the kernel's memory. Only its text goes there, since
 * bundles have no place for a file of its own, so it uses nothing but Node.js and what it is given.
 */
export function scanWorker(start: typeof startKernel, run: typeof runKernel): void {
  const { openSync, readSync } = process.getBuiltinModule('node:fs');
  const { parentPort, workerData } = process.getBuiltinModule('node:worker_threads');
  const { path, kernel, kernelInput, bytes, length } = workerData as ScanTask;
  const file = openSync(path, 'r');
  const machine = start(kernel);
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

  const scan = ({ state, to }: ScanRequest): Scanned => {
    let oddRow: Scanned['oddRow'];
    let notUtf8At: number | undefined;
    while (state.position < to) {
      const { position } = state;
      const room = Math.min(memory.length - kernelInput, to - position);
      const got = readSync(file, memory, kernelInput, room, position);
      if (got === 0) throw new Error(`it has ${length} bytes, and only ${position} came`);
      run(machine, kernelInput, got, bytes, state, (row) => {
        oddRow ??= row;
      });
      const block = memory.subarray(kernelInput, kernelInput + got);
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
    }
    return { state, oddRow, notUtf8At };
  };

  parentPort?.on('message', (request: ScanRequest) => {
    try {
      parentPort.postMessage({ scanned: scan(request) } satisfies ScanAnswer);
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      parentPort.postMessage({ problem } satisfies ScanAnswer);
    }
  });
}
