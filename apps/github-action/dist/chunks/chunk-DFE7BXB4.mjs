import {
  tapSource
} from "./chunk-MN6SEKQ6.mjs";
import {
  startIdleGuard
} from "./chunk-O3SMWFXM.mjs";
import {
  isFinal
} from "./chunk-DA4T53IN.mjs";
import {
  tableFault
} from "./chunk-AIVUOGUE.mjs";
import {
  abortable,
  isTransportError
} from "./chunk-F2FUFMFC.mjs";
import {
  CancelledError,
  isApiError
} from "./chunk-SPUPTFJP.mjs";

// packages/polling/src/backoff.ts
function pollPauseMs(interval, look, random) {
  const { initialMs, maxMs = initialMs, factor = 1.5, jitter = 0.2 } = interval;
  const firstMs = Math.max(1, Math.min(initialMs, maxMs));
  const evenMs = Math.min(Math.max(firstMs, maxMs), firstMs * factor ** Math.min(look - 1, 64));
  return Math.max(1, firstMs / 2, evenMs * (1 - jitter * random()));
}

// packages/polling/src/poller.ts
function isPassing(error) {
  if (isTransportError(error)) return error.kind === "timeout" || error.kind === "network";
  return isApiError(error) && (error.retryable || error.code === "unexpected-answer");
}
var askedMs = (error) => isApiError(error) ? error.retryAfterMs ?? 0 : 0;
var sameView = (a, b) => a?.rawStatus === b.rawStatus && a.message === b.message && a.progress === b.progress;
async function pollUntilDone(job, options) {
  const { clock, signal, timeoutMs, interval, maxConsecutiveFaults = 10, random = Math.random } = options;
  const { kind, id } = job.reference;
  const cancelled = () => new CancelledError(`wait for ${kind} ${id}`);
  if (signal.aborted) throw cancelled();
  const endsAtMs = clock.now() + timeoutMs;
  const deadline = new AbortController();
  const guard = startIdleGuard(clock, timeoutMs, () => deadline.abort());
  const both = AbortSignal.any([signal, deadline.signal]);
  let snapshot;
  let faults = 0;
  try {
    for (let look = 1; ; look++) {
      const seen = await lookOnce(job, both);
      if (signal.aborted) throw cancelled();
      if ("snapshot" in seen) {
        faults = 0;
        const isNews = !sameView(snapshot, seen.snapshot);
        snapshot = seen.snapshot;
        if (isNews) options.onChange?.(snapshot);
        if (isFinal(snapshot.state)) return { ended: true, snapshot };
      } else if (!deadline.signal.aborted) {
        faults += 1;
        if (!isPassing(seen.error) || faults > maxConsecutiveFaults) throw seen.error;
        options.onFault?.(seen.error, faults);
      }
      const leftMs = endsAtMs - clock.now();
      if (leftMs > 0) {
        const evenMs = pollPauseMs(interval, look, random);
        const pauseMs = Math.min(leftMs, Math.max(evenMs, "error" in seen ? askedMs(seen.error) : 0));
        await clock.sleep(pauseMs, signal).catch(() => {
          throw cancelled();
        });
      }
      if (clock.now() >= endsAtMs) return { ended: false, snapshot };
    }
  } finally {
    guard.stop();
  }
}
async function lookOnce(job, signal) {
  try {
    return { snapshot: await abortable(job.read(signal), signal) };
  } catch (error) {
    return { error };
  }
}

// packages/upload/src/csv/lanes.ts
var lanesAreInOrder = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;
var allLanes = 2155905152 | 0;
var inEveryLane = (byte) => Math.imul(byte, 16843009);
var differs = (word, pattern) => {
  const difference = word ^ pattern;
  return (difference & 2139062143) + 2139062143 | difference | 2139062143;
};
var equalLanes = (word, pattern) => ~differs(word, pattern);
var equalAnyLanes = (word, a, b, c) => ~(differs(word, a) & differs(word, b) & differs(word, c));
var oddUpTo = (lanes) => {
  const pairs = lanes ^ lanes << 8;
  return pairs ^ pairs << 16;
};
var mayHold = (word, pattern) => {
  const difference = word ^ pattern;
  return difference - 16843009 & ~difference;
};
var countLanes = (lanes) => Math.imul(lanes >>> 7, 16843009) >>> 24;

// packages/upload/src/csv/row-counter.ts
var quote = 34;
var lf = 10;
var cr = 13;
var bom = [239, 187, 191];
var RowCounter = class {
  #delimiter;
  #lineEnd;
  #onOddRow;
  #inQuotes = false;
  #mayOpen = true;
  #previous = 0;
  #rows = 0;
  #columns = 0;
  #fields = 1;
  #start = 0;
  #position = 0;
  /** @param onOddRow called with every row that has another number of fields than the first */
  constructor({ delimiter, lineEnd = "lf" }, onOddRow) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#lineEnd = lineEnd === "lf" ? lf : cr;
    this.#onOddRow = onOddRow;
  }
  /** Rows that have ended, the header included. */
  get rows() {
    return this.#rows;
  }
  /** Number of fields in the first row. */
  get columns() {
    return this.#columns;
  }
  /** Where the row begins that has not ended. */
  get start() {
    return this.#start;
  }
  get inQuotes() {
    return this.#inQuotes;
  }
  feed(bytes) {
    let from = 0;
    while (this.#rows === 0 && from < bytes.length) this.#step(bytes[from++]);
    const unaligned = (bytes.byteOffset + from) % 4;
    const wordsFrom = from + (unaligned === 0 ? 0 : 4 - unaligned);
    const words = lanesAreInOrder ? bytes.length - wordsFrom >> 2 : 0;
    if (words > 0) {
      this.#feedBytes(bytes, from, wordsFrom);
      this.#feedWords(bytes, wordsFrom, words);
      from = wordsFrom + 4 * words;
    }
    this.#feedBytes(bytes, from, bytes.length);
  }
  /** The last row may have no line end. */
  end() {
    this.#endRow();
  }
  #feedBytes(bytes, from, to) {
    for (let at = from; at < to; at++) this.#step(bytes[at]);
  }
  #step(byte) {
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
  #separates(byte) {
    return byte === this.#delimiter || byte === lf || byte === cr;
  }
  /** The byte at the present position, or the table's end, ends a row. */
  #endRow() {
    const length = this.#position - this.#start;
    const blank = length === 0 || length === 1 && this.#previous === cr;
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
  /**
   * As in the scanner: quotes count by parity, and a word goes byte by byte where one stands where none may open, or
   * where more than one row ends. The header has gone by.
   */
  #feedWords(bytes, from, count2) {
    const words = new Int32Array(bytes.buffer, bytes.byteOffset + from, count2);
    const all = allLanes;
    const quotes = inEveryLane(quote);
    const lfs = inEveryLane(lf);
    const crs = inEveryLane(cr);
    const delimiters = inEveryLane(this.#delimiter);
    const lineEnds = inEveryLane(this.#lineEnd);
    const begin = this.#position;
    const columns = this.#columns;
    let fields = this.#fields;
    let inside = this.#inQuotes ? all : 0;
    let mayOpen = this.#mayOpen ? 128 : 0;
    let mayOpenAt = 0;
    for (let at = 0; at < count2; at++) {
      const word = words[at];
      const found = equalLanes(word, quotes);
      if (found === 0 && inside !== 0) continue;
      const insideAfter = oddUpTo(found) ^ inside;
      const ends = equalLanes(word, lineEnds) & ~insideAfter;
      let simple = (ends & ends - 1) === 0;
      if (found !== 0) {
        if (at !== mayOpenAt) mayOpen = this.#separates(bytes[from + 4 * at - 1]) ? 128 : 0;
        const openers = equalAnyLanes(word, delimiters, lfs, crs) | found;
        simple &&= (found & insideAfter & ~(openers << 8 | mayOpen)) === 0;
        if (simple) {
          mayOpen = openers >>> 24 & 128;
          mayOpenAt = at + 1;
        }
      }
      if (simple) {
        const delimited = equalLanes(word, delimiters) & ~insideAfter;
        inside = insideAfter >> 31 & all;
        if (ends === 0) {
          fields += countLanes(delimited);
          continue;
        }
        const before = ends - 1;
        fields += countLanes(delimited & before);
        const lane = 31 - Math.clz32(ends) >> 3;
        const position = begin + 4 * at + lane;
        if (fields === columns && position - this.#start > 1) {
          this.#rows += 1;
          this.#start = position + 1;
        } else {
          this.#position = position;
          this.#fields = fields;
          this.#previous = from + 4 * at + lane > 0 ? bytes[from + 4 * at + lane - 1] : this.#previous;
          this.#endRow();
        }
        fields = 1 + countLanes(delimited & ~before);
        continue;
      }
      this.#inQuotes = inside !== 0;
      this.#mayOpen = mayOpen !== 0;
      this.#fields = fields;
      this.#position = begin + 4 * at;
      if (at > 0) this.#previous = bytes[from + 4 * at - 1];
      this.#feedBytes(bytes, from + 4 * at, from + 4 * at + 4);
      inside = this.#inQuotes ? all : 0;
      mayOpen = this.#mayOpen ? 128 : 0;
      mayOpenAt = at + 1;
      fields = this.#fields;
    }
    this.#fields = fields;
    this.#previous = bytes[from + 4 * count2 - 1];
    this.#inQuotes = inside !== 0;
    this.#mayOpen = mayOpenAt === count2 ? mayOpen !== 0 : this.#separates(this.#previous);
    this.#position = begin + 4 * count2;
  }
};

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
    this.#rows = new RowCounter(options, (row) => this.#find(oddRow(row, this.#rows.columns)));
  }
  /** Rows so far, the header not counted. */
  get dataRows() {
    return Math.max(0, this.#rows.rows - 1);
  }
  see(chunk) {
    this.#rows.feed(chunk);
    if (!this.#told.has("not-utf8")) this.#findEncoding(this.#utf8.feed(chunk));
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
var oddRow = ({ row, fields, start }, columns) => ({
  kind: "column-count",
  row,
  byteOffset: start,
  problem: `has ${count(fields)} in row ${row}, and the header has ${columns}`,
  remedy: "Give each row as many fields as the header, and quote fields with delimiters in them."
});
var count = (fields) => fields === 1 ? "1 field" : `${fields} fields`;

export {
  pollUntilDone,
  lanesAreInOrder,
  allLanes,
  inEveryLane,
  equalLanes,
  equalAnyLanes,
  oddUpTo,
  mayHold,
  checkedTable,
  TableCheck
};
