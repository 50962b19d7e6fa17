// packages/upload/src/csv/row-scan-module.ts
var rowScanModule = [
  "AGFzbQEAAAABFQNgAX8Bf2AFe3t7e3sBfmACf38BfwMEAwABAgUDAQADBjgLfwFBLAt/AUEKC38BQQ0LfwFBAQt/AUEAC38BQQEL",
  "fwFBAAt/AUEBC38BQQALfwFBAAt/AUEACwdxDQZtZW1vcnkCAAlkZWxpbWl0ZXIDAAdsaW5lRW5kAwEFb3RoZXIDAgdjb2x1bW5z",
  "AwMGaW5zaWRlAwQHbWF5T3BlbgMFBXN0YXJ0AwYGZmllbGRzAwcEcm93cwMIA29kZAMJBHdpZGUDCgRzY2FuAAIKiwcDEwAgACMA",
  "RiAAIwFGIAAjAkZycgsyACAAIAT9I/1krSABIAT9I/1krUIQhoQgAiAE/SP9ZK1CIIYgAyAE/SP9ZK1CMIaEhAvBBgUIewh+CH8B",
  "ewF/QSL9DyEGIwD9DyEHIwH9DyEIIwL9DyEJIwMhFiMErCEQIwWtIRFBASESIwYhEyMHIRQjCCEVQQAkCQJAA0ACQCAAQcAAaiEY",
  "IBggAUsEQCAAIAFGDQMgASEYIBJFBEAgAEEBay0AABAArSERCwwBCyAA/QAEACECIAD9AAQQIQMgAP0ABCAhBCAA/QAEMCEFIBog",
  "AiAD/VAgBCAF/VD9UP1QIRogAiADIAQgBSAGEAEhCiAKIBBCf4WEUARAIABBwABqIQBBACESDAILIAIgAyAEIAUgCBABIQsgAiAD",
  "IAQgBSAHEAEhDCAKUARAQQAhEgUgCiAKQgGGhSENIA0gDUIChoUhDSANIA1CBIaFIQ0gDSANQgiGhSENIA0gDUIQhoUhDSANIA1C",
  "IIaFIQ0gDSAQhSENIAogCyAMhIQgAiADIAQgBSAJEAGEIQ4gEkUEQCAAQQFrLQAAEACtIRELIAogDYMgDkIBhiARhEJ/hYNCAFIE",
  "QAwCCyANQj+HIRAgDkI/iCERQQEhEiANQn+FIQ0gCyANgyELIAwgDYMhDAsgC0IAUgRAA0AgACALeqdqIRcgC0IAIAt9g0IBfSEP",
  "IBQgDCAPg3unaiEUIAwgD0J/hYMhDCAXIBNGIBcgE2tBAUYgF0EBay0AAEENRnFyRQRAIBVBAWohFSAUIBZHBEAgF0EBaiEAQgAh",
  "EEEAIRJBASQJDAYLCyAXQQFqIRNBASEUIAsgC0IBfYMhCyALQgBSDQALCyAUIAx7p2ohFCAAQcAAaiEADAELQQEhEgNAIAAtAAAh",
  "GSAbIBlyIRsgGUEiRgRAIBAgEYRCAFIEQCAQQgGDIREgEEJ/hSEQCwUgEFAEQCAZEACtIREgFCAZIwBGaiEUIBkjAUYEQCAAIBNr",
  "IRcgF0UgF0EBRiAAQQFrLQAAQQ1GcXJFBEAgFUEBaiEVIBQgFkcEQCAAQQFqIQBBASQJDAcLCyAAQQFqIRNBASEUCwsLIABBAWoh",
  "ACAAIBhJDQALDAALCyAbQYABcSAa/WRyBEBBASQKCyASRQRAIABBAWstAAAQAK0hEQsgEKckBCARpyQFIBMkBiAUJAcgFSQIIAAL"
].join("");

// packages/upload/src/csv/row-kernel.ts
var kernelInput = 64;
var rowKernelBytes = () => Uint8Array.from(atob(rowScanModule), (char) => char.charCodeAt(0));
var kernel;
function rowKernel() {
  kernel ??= instantiate() ?? "none";
  return kernel === "none" ? void 0 : kernel;
}
function instantiate() {
  try {
    return startKernel(rowKernelBytes());
  } catch {
    return void 0;
  }
}
function startKernel(bytes) {
  return new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports;
}
function runKernel(machine, input, bytes, { delimiter, lineEnd }, state, onOddRow) {
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
  machine.start.value = input + Math.max(state.start - state.position, -2);
  machine.fields.value = state.fields;
  machine.rows.value = 0;
  machine.wide.value = 0;
  let at = input;
  do {
    at = machine.scan(at, input + bytes);
    state.rows = rowsBefore + machine.rows.value;
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

// packages/upload/src/csv/row-state.ts
var newRowState = () => ({
  ...{ position: 0, previous: 0, inQuotes: false, mayOpen: true },
  ...{ rows: 0, columns: 0, fields: 1, start: 0 }
});

// packages/upload/src/csv/row-counter.ts
var quote = 34;
var lf = 10;
var cr = 13;
var bom = [239, 187, 191];
var worthwhileBytes = 32;
var rowBytes = ({ delimiter, lineEnd = "lf" }) => ({
  delimiter: delimiter.charCodeAt(0),
  lineEnd: lineEnd === "lf" ? lf : cr
});
var RowCounter = class {
  #bytes;
  #onOddRow;
  #state = newRowState();
  #sawWide = false;
  /** @param onOddRow called with every row that has another number of fields than the first */
  constructor(format, onOddRow) {
    this.#bytes = rowBytes(format);
    this.#onOddRow = onOddRow;
  }
  /** Rows that have ended, the header included. */
  get rows() {
    return this.#state.rows;
  }
  /** Number of fields in the first row. */
  get columns() {
    return this.#state.columns;
  }
  /** Where the row begins that has not ended. */
  get start() {
    return this.#state.start;
  }
  get inQuotes() {
    return this.#state.inQuotes;
  }
  /** Where it stands: for one who counts on, elsewhere. */
  get state() {
    return { ...this.#state };
  }
  set state(state) {
    this.#state = { ...state };
  }
  /** Whether the last bytes may have been other than ASCII. */
  get sawWide() {
    return this.#sawWide;
  }
  feed(bytes) {
    let from = 0;
    this.#sawWide = false;
    while (this.#state.rows === 0 && from < bytes.length) this.#step(bytes[from++]);
    const kernel2 = bytes.length - from >= worthwhileBytes ? rowKernel() : void 0;
    while (kernel2 && from < bytes.length) {
      const memory = new Uint8Array(kernel2.memory.buffer);
      const piece = bytes.subarray(from, from + memory.length - kernelInput);
      memory.set(piece, kernelInput);
      runKernel(kernel2, kernelInput, piece.length, this.#bytes, this.#state, this.#onOddRow);
      this.#sawWide ||= kernel2.wide.value === 1;
      from += piece.length;
    }
    while (from < bytes.length) this.#step(bytes[from++]);
  }
  /** The last row may have no line end. */
  end() {
    this.#endRow();
  }
  #step(byte) {
    const state = this.#state;
    if (byte >= 128) this.#sawWide = true;
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
  #endRow() {
    const state = this.#state;
    const { fields, start } = state;
    const length = state.position - start;
    const blank = length === 0 || length === 1 && state.previous === cr;
    if (!blank) {
      state.rows += 1;
      if (state.rows === 1) state.columns = fields;
      else if (fields !== state.columns) this.#onOddRow({ row: state.rows, fields, start });
    }
    state.start = state.position + 1;
    state.fields = 1;
  }
};

export {
  kernelInput,
  rowKernelBytes,
  rowKernel,
  startKernel,
  runKernel,
  rowBytes,
  RowCounter
};
