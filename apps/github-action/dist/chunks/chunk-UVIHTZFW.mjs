import {
  exactLength
} from "./chunk-NXAGABYC.mjs";
import {
  tableFault
} from "./chunk-SJZOLP6C.mjs";
import {
  RowCounter
} from "./chunk-EMTKIY3Y.mjs";

// packages/upload/src/tap-source.ts
function tapSource(source, newTap) {
  const { reader, length } = source;
  return {
    name: source.name,
    contentType: source.contentType,
    length,
    replayable: source.replayable,
    ranged: false,
    // A tap that misses bytes would be wrong about the rest
    open: () => tapped(source.open(), source, newTap()),
    // Reading into buffers of its own is a transport's fast way to send a file
    reader: reader && length !== void 0 ? async () => tappedReader(await reader.call(source), length, newTap()) : void 0
  };
}
async function* tapped(chunks, source, tap) {
  const { length } = source;
  let held;
  for await (const chunk of length === void 0 ? chunks : exactLength(chunks, length, source.name)) {
    if (chunk.length === 0) continue;
    tap.see(chunk);
    if (held) yield held;
    held = chunk;
  }
  tap.end();
  if (held) yield held;
}
function tappedReader(whole, length, tap) {
  let seen = 0;
  let ended = false;
  let last = Promise.resolve();
  const readSeen = async (target, position) => {
    const got = await whole.read(target, position);
    if (position + got > seen) tap.see(target.subarray(seen - position, got));
    seen = Math.max(seen, position + got);
    if (!ended && (seen >= length || got === 0 && position === seen && target.length > 0)) {
      ended = true;
      tap.end();
    }
    return got;
  };
  const read = async (target, position) => {
    while (seen < Math.min(position, length)) {
      const gap = new Uint8Array(Math.min(gapBytes, position - seen));
      if (await readSeen(gap, seen) === 0) break;
    }
    return readSeen(target, position);
  };
  return {
    // A transport reads ahead: its reads come one after the other, in the order in which they were asked for
    read: (target, position) => {
      const next = last.then(() => read(target, position));
      last = next.catch(() => void 0);
      return next;
    },
    close: () => whole.close()
  };
}
var gapBytes = 64 * 1024;

// packages/upload/src/csv/utf8-check.ts
var stepBytes = 64 * 1024;
var Utf8Check = class {
  #decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  /** The last bytes before the present ones, where a character may have begun. */
  #before = new Uint8Array();
  #position = 0;
  /** Goes over the next bytes. @returns the position of the first wrong byte, in bytes from the beginning */
  feed(bytes) {
    for (let at = 0; at < bytes.length; at += stepBytes) {
      const step = bytes.subarray(at, at + stepBytes);
      try {
        this.#decoder.decode(step, { stream: true });
      } catch {
        return this.#position + firstWrong(this.#before, step);
      }
      this.#position += step.length;
      this.#before = Uint8Array.of(...this.#before, ...step.subarray(-3)).slice(-3);
    }
    return void 0;
  }
  /** Goes over bytes that are known to be ASCII. */
  skip(bytes) {
    const wrong = this.feed(bytes.subarray(0, 1));
    this.#position += Math.max(0, bytes.length - 1);
    if (bytes.length > 0) this.#before = Uint8Array.from(bytes.subarray(-3));
    return wrong;
  }
  /** @returns the position of the end when it is in the middle of a character */
  end() {
    try {
      this.#decoder.decode();
      return void 0;
    } catch {
      return this.#position;
    }
  }
};
function firstWrong(before, bytes) {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const isLater = (byte) => (byte & 192) === 128;
  const begin = before.findIndex((byte) => !isLater(byte));
  try {
    if (begin >= 0) decoder.decode(before.subarray(begin), { stream: true });
    for (let at = 0; at < bytes.length; at++) {
      try {
        decoder.decode(bytes.subarray(at, at + 1), { stream: true });
      } catch {
        return at;
      }
    }
  } catch {
    return 0;
  }
  return bytes.length;
}

// packages/upload/src/csv/table-check.ts
function checkedTable(table, options) {
  return tapSource(table, () => new TableCheck(table.name, options));
}
var TableCheck = class {
  #fileName;
  #options;
  #rows;
  #utf8 = new Utf8Check();
  #told = /* @__PURE__ */ new Set();
  constructor(fileName, options) {
    this.#fileName = fileName;
    this.#options = options;
    this.#rows = new RowCounter(options, (row) => this.#find(oddRowOf(row, this.#rows.columns)));
  }
  /** Rows so far, the header not counted. */
  get dataRows() {
    return Math.max(0, this.#rows.rows - 1);
  }
  get start() {
    return this.#rows.start;
  }
  get inQuotes() {
    return this.#rows.inQuotes;
  }
  see(chunk) {
    this.#rows.feed(chunk);
    if (this.#told.has("not-utf8")) return;
    this.#findEncoding(this.#rows.sawWide ? this.#utf8.feed(chunk) : this.#utf8.skip(chunk));
  }
  get state() {
    return this.#rows.state;
  }
  take({ state, oddRow, notUtf8At }) {
    this.#rows.state = state;
    if (oddRow) this.#find(oddRowOf(oddRow, state.columns));
    this.#findEncoding(notUtf8At);
  }
  end() {
    if (this.#rows.inQuotes) {
      this.#find({
        kind: "open-quote",
        row: this.#rows.rows + 1,
        byteOffset: this.#rows.start,
        problem: `has a quote in row ${this.#rows.rows + 1} that is never closed`,
        remedy: "Close it, or double the quotes that belong to a text."
      });
    }
    this.#rows.end();
    if (!this.#told.has("not-utf8")) this.#findEncoding(this.#utf8.end());
    if (this.#rows.rows < 2) {
      this.#find({
        kind: "no-rows",
        byteOffset: this.#rows.start,
        problem: "has a header and no rows",
        remedy: "Pass a table with at least one row."
      });
    }
    this.#options.onPassed?.(this.dataRows);
  }
  #findEncoding(byteOffset) {
    if (byteOffset === void 0) return;
    this.#find({
      kind: "not-utf8",
      byteOffset,
      problem: `is not UTF-8, from byte ${byteOffset} on`,
      remedy: 'Save it as "CSV UTF-8" (Excel) or as UTF-8.'
    });
  }
  #find(finding) {
    const { field = "file", refuses = notOnlyEncoding, onWarning } = this.#options;
    if (refuses(finding)) throw tableFault(field, this.#fileName, finding.problem, finding.remedy);
    if (!this.#told.has(finding.kind)) onWarning?.(finding);
    this.#told.add(finding.kind);
  }
};
var notOnlyEncoding = ({ kind }) => kind !== "not-utf8";
var oddRowOf = ({ row, fields, start }, columns) => ({
  kind: "column-count",
  row,
  byteOffset: start,
  problem: `has ${count(fields)} in row ${row}, and the header has ${columns}`,
  remedy: "Give each row as many fields as the header, and quote fields with delimiters in them."
});
var count = (fields) => fields === 1 ? "1 field" : `${fields} fields`;

export {
  tapSource,
  checkedTable,
  TableCheck
};
