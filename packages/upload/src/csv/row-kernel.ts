import { rowScanModule } from './row-scan-module.ts';
import type { CountedRow, RowState } from './row-state.ts';

/** A variable of the kernel's machine. */
interface Variable {
  value: number;
}

/** The machine that counts rows, 64 bytes at a time. See wasm/row-scan.wat. */
export interface RowKernel {
  readonly memory: {
    readonly buffer: ArrayBuffer;
    grow(pages: number): number;
  };
  readonly delimiter: Variable;
  readonly lineEnd: Variable;
  readonly other: Variable;
  readonly columns: Variable;
  /** -1 within quotes, else 0. */
  readonly inside: Variable;
  readonly mayOpen: Variable;
  readonly start: Variable;
  readonly fields: Variable;
  readonly rows: Variable;
  readonly odd: Variable;
  readonly wide: Variable;
  /** @returns the address it has come to */
  scan(at: number, end: number): number;
}

/** Where in its memory the bytes to scan are put. The one right before is what came before them. */
export const kernelInput = 64;

/** The kernel as a module of WebAssembly. */
export const rowKernelBytes = (): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(rowScanModule), (char) => char.charCodeAt(0));

let kernel: RowKernel | 'none' | undefined;

/** The kernel, shared by all: none where WebAssembly has no SIMD, or is not allowed. */
export function rowKernel(): RowKernel | undefined {
  kernel ??= instantiate() ?? 'none';
  return kernel === 'none' ? undefined : kernel;
}

function instantiate(): RowKernel | undefined {
  try {
    return startKernel(rowKernelBytes());
  } catch {
    return undefined;
  }
}

/** A kernel of its own. It uses nothing but what it is given: a host may take its text to another thread. */
export function startKernel(bytes: Uint8Array<ArrayBuffer>): RowKernel {
  return new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports as unknown as RowKernel;
}

/** How a table is written, in bytes. */
export interface RowBytes {
  readonly delimiter: number;
  readonly lineEnd: number;
}

/**
 * Goes over bytes that lie at the kernel's input, from the second row of a table on. It uses nothing but what it is given:
 * a host may take its text to another thread.
 * @param state is brought forward
 */
export function runKernel(
  machine: RowKernel,
  input: number,
  bytes: number,
  { delimiter, lineEnd }: RowBytes,
  state: RowState,
  onOddRow: (row: CountedRow) => void,
): void {
  const memory = new Uint8Array(machine.memory.buffer);
  const origin = state.position - input;
  const rowsBefore = state.rows;
  memory[input - 1] = state.previous;
  machine.delimiter.value = delimiter;
  machine.lineEnd.value = lineEnd;
  machine.other.value = lineEnd === 10 ? 13 : 10;
  machine.columns.value = state.columns;
  machine.inside.value = state.inQuotes ? -1 : 0;
  machine.mayOpen.value = state.mayOpen ? 1 : 0;
  // How long a row is matters only where it may be empty
  machine.start.value = input + Math.max(state.start - state.position, -2);
  machine.fields.value = state.fields;
  machine.rows.value = 0;
  machine.wide.value = 0;
  let at = input;
  do {
    at = machine.scan(at, input + bytes);
    state.rows = rowsBefore + machine.rows.value;
    // A row from before keeps its beginning
    if (machine.start.value >= input) state.start = origin + machine.start.value;
    if (machine.odd.value === 1) {
      onOddRow({ row: state.rows, fields: machine.fields.value, start: state.start });
      state.start = origin + at;
      machine.start.value = at;
      machine.fields.value = 1;
    }
  } while (machine.odd.value === 1);
  state.inQuotes = machine.inside.value !== 0;
  state.mayOpen = machine.mayOpen.value !== 0;
  state.fields = machine.fields.value;
  state.previous = memory[at - 1] ?? 0;
  state.position = origin + at;
}
