import type { RecordFormat } from './record-scanner.ts';
import { kernelInput, rowKernel, type RowKernel } from './row-kernel.ts';

const quote = 0x22;
const lf = 0x0a;
const cr = 0x0d;
const bom: readonly number[] = [0xef, 0xbb, 0xbf];

/** For fewer bytes it is not worth the while to call the kernel. */
const worthwhileBytes = 32;

/** A row that has ended. */
export interface CountedRow {
  /** From 1, the header being row 1; blank lines are no rows. */
  readonly row: number;
  readonly fields: number;
  /** Where it begins, in bytes. */
  readonly start: number;
}

/**
 * Counts the fields of every row, in bytes that come in pieces, by the rules of {@link RecordScanner}: some GB/s on
 * any data, where there is WebAssembly with SIMD.
 */
export class RowCounter {
  readonly #delimiter: number;
  readonly #lineEnd: number;
  readonly #onOddRow: (row: CountedRow) => void;
  #inQuotes = false;
  #mayOpen = true;
  #previous = 0;
  #rows = 0;
  #columns = 0;
  #fields = 1;
  #start = 0;
  #position = 0;

  /** @param onOddRow called with every row that has another number of fields than the first */
  constructor({ delimiter, lineEnd = 'lf' }: RecordFormat, onOddRow: (row: CountedRow) => void) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#lineEnd = lineEnd === 'lf' ? lf : cr;
    this.#onOddRow = onOddRow;
  }

  /** Rows that have ended, the header included. */
  get rows(): number {
    return this.#rows;
  }

  /** Number of fields in the first row. */
  get columns(): number {
    return this.#columns;
  }

  /** Where the row begins that has not ended. */
  get start(): number {
    return this.#start;
  }

  get inQuotes(): boolean {
    return this.#inQuotes;
  }

  feed(bytes: Uint8Array): void {
    let from = 0;
    while (this.#rows === 0 && from < bytes.length) this.#step(bytes[from++]!);
    const kernel = bytes.length - from >= worthwhileBytes ? rowKernel() : undefined;
    while (kernel && from < bytes.length) from += this.#scan(kernel, bytes.subarray(from));
    while (from < bytes.length) this.#step(bytes[from++]!);
  }

  /** The last row may have no line end. */
  end(): void {
    this.#endRow();
  }

  #step(byte: number): void {
    if (byte === quote) {
      if (this.#inQuotes || this.#mayOpen) {
        this.#mayOpen = this.#inQuotes;
        this.#inQuotes = !this.#inQuotes;
      }
    } else if (!this.#inQuotes && bom[this.#position] !== byte) {
      this.#mayOpen = this.#separates(byte);
      if (byte === this.#delimiter) this.#fields += 1;
      else if (byte === this.#lineEnd) this.#endRow();
    }
    this.#previous = byte;
    this.#position += 1;
  }

  #separates(byte: number): boolean {
    return byte === this.#delimiter || byte === lf || byte === cr;
  }

  /** The byte at the present position, or the table's end, ends a row. */
  #endRow(): void {
    const length = this.#position - this.#start;
    const blank = length === 0 || (length === 1 && this.#previous === cr);
    if (!blank) {
      this.#rows += 1;
      if (this.#rows === 1) this.#columns = this.#fields;
      else if (this.#fields !== this.#columns) {
        this.#onOddRow({ row: this.#rows, fields: this.#fields, start: this.#start });
      }
    }
    this.#start = this.#position + 1;
    this.#fields = 1;
  }

  /** Lets the kernel go over what it can take at once. @returns how many bytes it has done */
  #scan(kernel: RowKernel, bytes: Uint8Array): number {
    const memory = new Uint8Array(kernel.memory.buffer);
    const piece = bytes.subarray(0, memory.length - kernelInput);
    memory.set(piece, kernelInput);
    memory[kernelInput - 1] = this.#previous;
    kernel.delimiter.value = this.#delimiter;
    kernel.lineEnd.value = this.#lineEnd;
    kernel.other.value = this.#lineEnd === lf ? cr : lf;
    kernel.columns.value = this.#columns;
    kernel.inside.value = this.#inQuotes ? -1 : 0;
    kernel.mayOpen.value = this.#mayOpen ? 1 : 0;
    // How long a row is matters only where it may be empty
    kernel.start.value = kernelInput + Math.max(this.#start - this.#position, -2);
    kernel.fields.value = this.#fields;
    kernel.rows.value = 0;

    const end = kernelInput + piece.length;
    const origin = this.#position - kernelInput;
    const rowsBefore = this.#rows;
    let at = kernelInput;
    do {
      at = kernel.scan(at, end);
      this.#rows = rowsBefore + kernel.rows.value;
      // A row from before the piece keeps its beginning
      if (kernel.start.value >= kernelInput) this.#start = origin + kernel.start.value;
      if (kernel.odd.value === 1) {
        this.#onOddRow({ row: this.#rows, fields: kernel.fields.value, start: this.#start });
        this.#start = origin + at;
        kernel.start.value = at;
        kernel.fields.value = 1;
      }
    } while (kernel.odd.value === 1);
    this.#inQuotes = kernel.inside.value !== 0;
    this.#mayOpen = kernel.mayOpen.value !== 0;
    this.#fields = kernel.fields.value;
    this.#previous = memory[at - 1]!;
    this.#position = origin + at;
    return at - kernelInput;
  }
}
