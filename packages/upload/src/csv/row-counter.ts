import type { RecordFormat } from './record-scanner.ts';
import { kernelInput, rowKernel, runKernel, type RowBytes } from './row-kernel.ts';
import { newRowState, type CountedRow, type RowState } from './row-state.ts';

const quote = 0x22;
const lf = 0x0a;
const cr = 0x0d;
const bom: readonly number[] = [0xef, 0xbb, 0xbf];

/** For fewer bytes it is not worth the while to call the kernel. */
const worthwhileBytes = 32;

/** How a table is written, in bytes. */
export const rowBytes = ({ delimiter, lineEnd = 'lf' }: RecordFormat): RowBytes => ({
  delimiter: delimiter.charCodeAt(0),
  lineEnd: lineEnd === 'lf' ? lf : cr,
});

/**
 * Counts the fields of every row, in bytes that come in pieces, by the rules of {@link RecordScanner}: some GB/s on any
 * data, where there is WebAssembly with SIMD.
 */
export class RowCounter {
  readonly #bytes: RowBytes;
  readonly #onOddRow: (row: CountedRow) => void;
  #state = newRowState();
  #sawWide = false;

  /** @param onOddRow called with every row that has another number of fields than the first */
  constructor(format: RecordFormat, onOddRow: (row: CountedRow) => void) {
    this.#bytes = rowBytes(format);
    this.#onOddRow = onOddRow;
  }

  /** Rows that have ended, the header included. */
  get rows(): number {
    return this.#state.rows;
  }

  /** Number of fields in the first row. */
  get columns(): number {
    return this.#state.columns;
  }

  /** Where the row begins that has not ended. */
  get start(): number {
    return this.#state.start;
  }

  get inQuotes(): boolean {
    return this.#state.inQuotes;
  }

  /** Where it stands: for one who counts on, elsewhere. */
  get state(): Readonly<RowState> {
    return { ...this.#state };
  }

  set state(state: Readonly<RowState>) {
    this.#state = { ...state };
  }

  /** Whether the last bytes may have been other than ASCII. */
  get sawWide(): boolean {
    return this.#sawWide;
  }

  feed(bytes: Uint8Array): void {
    let from = 0;
    this.#sawWide = false;
    while (this.#state.rows === 0 && from < bytes.length) this.#step(bytes[from++]!);
    const kernel = bytes.length - from >= worthwhileBytes ? rowKernel() : undefined;
    while (kernel && from < bytes.length) {
      const memory = new Uint8Array(kernel.memory.buffer);
      const piece = bytes.subarray(from, from + memory.length - kernelInput);
      memory.set(piece, kernelInput);
      runKernel(kernel, kernelInput, piece.length, this.#bytes, this.#state, this.#onOddRow);
      this.#sawWide ||= kernel.wide.value === 1;
      from += piece.length;
    }
    while (from < bytes.length) this.#step(bytes[from++]!);
  }

  /** The last row may have no line end. */
  end(): void {
    this.#endRow();
  }

  #step(byte: number): void {
    const state = this.#state;
    if (byte >= 0x80) this.#sawWide = true;
    if (byte === quote) {
      if (state.inQuotes || state.mayOpen) {
        state.mayOpen = state.inQuotes;
        state.inQuotes = !state.inQuotes;
      }
    } else if (!state.inQuotes && bom[state.position] !== byte) {
      state.mayOpen = byte === this.#bytes.delimiter || byte === lf || byte === cr;
      if (byte === this.#bytes.delimiter) state.fields += 1;
      else if (byte === this.#bytes.lineEnd) this.#endRow();
    }
    state.previous = byte;
    state.position += 1;
  }

  /** The byte at the present position, or the table's end, ends a row. */
  #endRow(): void {
    const state = this.#state;
    const { fields, start } = state;
    const length = state.position - start;
    const blank = length === 0 || (length === 1 && state.previous === cr);
    if (!blank) {
      state.rows += 1;
      if (state.rows === 1) state.columns = fields;
      else if (fields !== state.columns) this.#onOddRow({ row: state.rows, fields, start });
    }
    state.start = state.position + 1;
    state.fields = 1;
  }
}
