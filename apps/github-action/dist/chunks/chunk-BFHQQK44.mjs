import {
  bytesSource,
  concatSource
} from "./chunk-MSOSMPB5.mjs";
import {
  TableCheck,
  tapSource
} from "./chunk-UVIHTZFW.mjs";
import {
  exactLength,
  sourceMismatch
} from "./chunk-NXAGABYC.mjs";
import {
  detectDelimiter,
  hasWideBom,
  tableFault,
  utf8BomBytes
} from "./chunk-SJZOLP6C.mjs";
import {
  RowCounter,
  rowKernel
} from "./chunk-EMTKIY3Y.mjs";
import {
  peekSource
} from "./chunk-DWUKSRY7.mjs";
import {
  CancelledError,
  EngineError,
  perhapsMeant
} from "./chunk-VDHEZRE2.mjs";

// packages/datarobot/src/tables/counted-table.ts
function countedTable(table, { lineEnd, delimiter, readable, utf8, warn }) {
  let rows;
  const told = /* @__PURE__ */ new Set();
  const refusals = {
    "no-rows": readable,
    "not-utf8": utf8,
    "open-quote": readable,
    "column-count": false
  };
  const tellOnce = ({ kind, problem, remedy }) => {
    if (kind === "column-count" && readable && !told.has(kind)) {
      warn(`"${table.name}" ${problem}. ${remedy}`);
    }
    told.add(kind);
  };
  const newCheck = (format) => {
    rows = void 0;
    return new TableCheck(table.name, {
      ...format,
      refuses: ({ kind }) => refusals[kind],
      onWarning: tellOnce,
      onPassed: (dataRows) => {
        rows = readable ? dataRows : void 0;
      }
    });
  };
  return {
    table,
    source: tapSource(table, () => newCheck({ delimiter, lineEnd })),
    newCheck,
    sentRows: () => rows
  };
}

// packages/datarobot/src/tables/missing-columns.ts
var missingColumns = (columns, passthroughColumns) => passthroughColumns.filter((name) => !columns.includes(name)).map((name) => ({
  field: "passthroughColumns",
  problem: `"${name}" is no column of the file`,
  remedy: ["Give the names as they stand in its first line.", perhapsMeant(name, columns) ?? []].flat().join(" ")
}));

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

// packages/upload/src/csv/record-scanner.ts
var quote = 34;
var lf = 10;
var cr = 13;
var everyQuote = inEveryLane(quote);
var everyLf = inEveryLane(lf);
var everyCr = inEveryLane(cr);
var wordsBeforeSkipping = 8;
var RecordScanner = class {
  #delimiter;
  #delimiters;
  #lineEnd;
  #inQuotes = false;
  /** Whether a quote would open here: at the beginning of a field, or after a closing one, which it then undoes. */
  #mayOpen = true;
  constructor({ delimiter, lineEnd = "lf" }) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#delimiters = inEveryLane(this.#delimiter);
    this.#lineEnd = lineEnd === "lf" ? lf : cr;
  }
  /** Whether the bytes so far end within quotes. */
  get inQuotes() {
    return this.#inQuotes;
  }
  /** Goes over bytes, from `from` up to, not including, `to`. */
  feed(bytes, from = 0, to = bytes.length) {
    const unaligned = (bytes.byteOffset + from) % 4;
    const wordsFrom = from + (unaligned === 0 ? 0 : 4 - unaligned);
    const words = to - wordsFrom >> 2;
    if (words <= 0 || !lanesAreInOrder) return this.#feedBytes(bytes, from, to);
    this.#feedBytes(bytes, from, wordsFrom);
    this.#feedWords(bytes, wordsFrom, words);
    this.#feedBytes(bytes, wordsFrom + 4 * words, to);
  }
  /**
   * Goes over bytes until the first end of a record.
   * @returns the index after the record, which the next call begins with; undefined when `to` came first
   */
  firstEnd(bytes, from = 0, to = bytes.length) {
    const limited = to === bytes.length ? bytes : bytes.subarray(0, to);
    for (let at = from; at < to; ) {
      const found = limited.indexOf(this.#lineEnd, at);
      const next = found < 0 ? to : found + 1;
      this.feed(bytes, at, next);
      if (found >= 0 && !this.#inQuotes) return next;
      at = next;
    }
    return void 0;
  }
  /** Goes over bytes up to `to`. @returns the index after the last record that ends there, if one does */
  lastEnd(bytes, from = 0, to = bytes.length) {
    let last;
    for (let next = this.firstEnd(bytes, from, to); next !== void 0; ) {
      last = next;
      next = this.firstEnd(bytes, next, to);
    }
    return last;
  }
  #separates(byte) {
    return byte === this.#delimiter || byte === lf || byte === cr;
  }
  #feedBytes(bytes, from, to) {
    for (let at = from; at < to; at++) {
      if (bytes[at] === quote) {
        if (this.#inQuotes || this.#mayOpen) {
          this.#mayOpen = this.#inQuotes;
          this.#inQuotes = !this.#inQuotes;
        }
      } else if (!this.#inQuotes) this.#mayOpen = this.#separates(bytes[at]);
    }
  }
  /**
   * In well-formed tables every quote opens or closes, so quotes are counted by parity, four bytes at once. Whether each
   * opening quote stands where one may open is checked along the way; a word in which one does not goes byte by byte.
   */
  #feedWords(bytes, from, count) {
    const words = new Int32Array(bytes.buffer, bytes.byteOffset + from, count);
    const quotes = everyQuote;
    const lfs = everyLf;
    const crs = everyCr;
    const all = allLanes;
    const delimiters = this.#delimiters;
    let inside = this.#inQuotes ? all : 0;
    let mayOpen = this.#mayOpen ? 128 : 0;
    let afterQuotes = 0;
    for (let at = 0; at < count; at++) {
      const word = words[at];
      const found = equalLanes(word, quotes);
      if (found === 0) {
        if (at - afterQuotes >= wordsBeforeSkipping) at = skipWithoutQuotes(words, at + 1) - 1;
        continue;
      }
      if (at !== afterQuotes) mayOpen = this.#separates(bytes[from + 4 * at - 1]) ? 128 : 0;
      const openers = equalAnyLanes(word, delimiters, lfs, crs) | found;
      const insideAfter = oddUpTo(found) ^ inside;
      if ((found & insideAfter & ~(openers << 8 | mayOpen)) === 0) {
        inside = insideAfter >> 31 & all;
        mayOpen = openers >>> 24 & 128;
      } else {
        this.#inQuotes = inside !== 0;
        this.#mayOpen = mayOpen !== 0;
        this.#feedBytes(bytes, from + 4 * at, from + 4 * at + 4);
        inside = this.#inQuotes ? all : 0;
        mayOpen = this.#mayOpen ? 128 : 0;
      }
      afterQuotes = at + 1;
    }
    this.#inQuotes = inside !== 0;
    this.#mayOpen = afterQuotes === count ? mayOpen !== 0 : this.#separates(bytes[from + 4 * count - 1]);
  }
};
function skipWithoutQuotes(words, from) {
  const last = words.length - 3;
  let at = from;
  while (at < last && ((mayHold(words[at], everyQuote) | mayHold(words[at + 1], everyQuote) | mayHold(words[at + 2], everyQuote) | mayHold(words[at + 3], everyQuote)) & allLanes) === 0) {
    at += 4;
  }
  return at;
}

// packages/upload/src/csv/open-quote.ts
async function openQuoteOffset(chunks, format) {
  const scanner = new RecordScanner(format);
  let opened = 0;
  let closed = -1;
  let offset = 0;
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at++, offset++) {
      if (chunk[at] !== 34) {
        scanner.feed(chunk, at, at + 1);
        continue;
      }
      const before = scanner.inQuotes;
      scanner.feed(chunk, at, at + 1);
      if (before) closed = offset;
      else if (scanner.inQuotes && closed !== offset - 1) opened = offset;
    }
  }
  return scanner.inQuotes ? opened : void 0;
}

// packages/upload/src/range-source.ts
function rangeSource(whole, range, name = whole.name) {
  if (!whole.ranged) {
    throw new EngineError({
      code: "unsupported",
      message: `Could not take a part of "${whole.name}": it can only be read from beginning to end.`,
      remedy: "Read it from a file."
    });
  }
  const start = Math.max(0, range.start);
  const end = Math.max(start, Math.min(range.end, whole.length ?? range.end));
  const { reader } = whole;
  return {
    name,
    contentType: whole.contentType,
    length: end - start,
    replayable: whole.replayable,
    ranged: true,
    open(inner = { start: 0, end: end - start }) {
      const outer = { start: start + inner.start, end: Math.min(end, start + inner.end) };
      return exactLength(whole.open(outer), Math.max(0, outer.end - outer.start), whole.name);
    },
    reader: reader && (async () => clippedReader(await reader.call(whole), start, end))
  };
}
var clippedReader = (whole, start, end) => ({
  read: async (target, position) => {
    const room = Math.max(0, Math.min(target.length, end - start - position));
    return room === 0 ? 0 : whole.read(target.subarray(0, room), start + position);
  },
  close: () => whole.close()
});

// packages/upload/src/csv/passing-chunks.ts
var blockBytes = 512 * 1024;
async function* passingChunks(source) {
  const { length, reader } = source;
  if (!reader || length === void 0) return yield* source.open();
  const bytes = await reader.call(source);
  const read = (buffer, position) => {
    const reading = bytes.read(buffer.subarray(0, length - position), position);
    reading.catch(() => void 0);
    return reading;
  };
  let ahead;
  try {
    let [filled, next] = [new Uint8Array(blockBytes), new Uint8Array(blockBytes)];
    ahead = length > 0 ? read(filled, 0) : void 0;
    for (let position = 0; ahead; ) {
      const got = await ahead;
      if (got === 0) throw sourceMismatch(source.name, length, position);
      position += got;
      ahead = position < length ? read(next, position) : void 0;
      yield filled.subarray(0, got);
      [filled, next] = [next, filled];
    }
  } finally {
    await ahead?.catch(() => void 0);
    await bytes.close();
  }
}

// packages/upload/src/csv/row-store.ts
var rowStore = (table) => table.ranged && table.replayable ? {
  chunks: () => passingChunks(table),
  take: (range) => ({ source: rangeSource(table, range), release: () => void 0 }),
  forget: () => void 0
} : keptRows(table);
var blockBytes2 = 512 * 1024;
function keptRows(table) {
  let kept = [];
  const spare = [];
  const begin = (start) => {
    const block = { start, bytes: spare.pop() ?? new Uint8Array(blockBytes2), unreleased: blockBytes2 };
    kept = [...kept, block];
    return block;
  };
  const release = (block, bytes) => {
    block.unreleased -= bytes;
    if (block.unreleased > 0) return;
    kept = kept.filter((one) => one !== block);
    spare.push(block.bytes);
  };
  return {
    async *chunks() {
      let position = 0;
      let block;
      for await (const chunk of table.open()) {
        for (let rest = chunk; rest.length > 0; ) {
          const at = position % blockBytes2;
          if (!block || at === 0) block = begin(position);
          const piece = rest.subarray(0, blockBytes2 - at);
          block.bytes.set(piece, at);
          position += piece.length;
          rest = rest.subarray(piece.length);
        }
        yield chunk;
      }
    },
    take: ({ start, end }) => {
      const pieces = kept.map((block) => ({
        block,
        bytes: block.bytes.subarray(Math.max(0, start - block.start), Math.max(0, end - block.start))
      })).filter(({ bytes }) => bytes.length > 0);
      return {
        source: concatSource(
          table.name,
          pieces.map(({ bytes }) => bytesSource(table.name, bytes))
        ),
        release: () => pieces.splice(0).forEach(({ block, bytes }) => release(block, bytes.length))
      };
    },
    forget: (before) => {
      kept = kept.filter(({ start }) => start + blockBytes2 > before);
    }
  };
}

// packages/upload/src/csv/table-layout.ts
var maxHeaderBytes = 4 * 1024 * 1024;
async function readTableLayout(source, field, delimiter) {
  const fault = (problem, remedy) => tableFault(field, source.name, problem, remedy);
  let table = source;
  for (let maxBytes = 64 * 1024; ; maxBytes *= 8) {
    const { head, ended, source: whole } = await peekSource(table, maxBytes);
    table = whole;
    if (head.length === 0) throw fault("is empty", "Pass a table with a header line and at least one row.");
    if (hasWideBom(head)) {
      throw fault("is encoded in UTF-16, which cannot be split by bytes", "Save it as UTF-8.");
    }
    const bomBytes = utf8BomBytes(head);
    const used = delimiter ?? detectDelimiter(latin1(head.subarray(bomBytes)), source.name);
    const found = headerEnd(head, bomBytes, ended, used);
    if (found) return { format: found.format, header: head.slice(0, found.end), bomBytes, source: table };
    if (ended) return { format: { delimiter: used }, header: head, bomBytes, source: table };
    if (head.length >= maxHeaderBytes) {
      throw fault(
        `has no end of its header line in ${head.length} bytes`,
        "Check that it is a CSV or TSV file, and that its quotes are closed."
      );
    }
  }
}
var latin1 = (bytes) => new TextDecoder("latin1").decode(bytes);
function headerEnd(head, from, ended, delimiter) {
  const endAt = (format) => new RecordScanner(format).firstEnd(head, from) ?? Infinity;
  const lf2 = { delimiter, lineEnd: "lf" };
  const cr2 = { delimiter, lineEnd: "cr" };
  const lfEnd = endAt(lf2);
  const crEnd = endAt(cr2);
  if (crEnd === head.length && !ended) return void 0;
  if (crEnd < lfEnd - 1) return { format: cr2, end: crEnd };
  return lfEnd === Infinity ? void 0 : { format: lf2, end: lfEnd };
}

// packages/upload/src/csv/table-walk.ts
function walkChunks(chunks, records) {
  const iterator = chunks[Symbol.asyncIterator]();
  let chunk = new Uint8Array();
  let position = 0;
  return {
    get position() {
      return position;
    },
    elsewhere: false,
    async to(limit) {
      for (; ; ) {
        const piece = chunk.subarray(0, limit - position);
        records.see(piece);
        position += piece.length;
        chunk = chunk.subarray(piece.length);
        if (chunk.length > 0) return true;
        const next = await iterator.next();
        if (next.done) return false;
        chunk = next.value;
      }
    },
    close: async () => {
      await iterator.return?.();
    }
  };
}
function walkElsewhere(scanner, length, records) {
  return {
    get position() {
      return records.state.position;
    },
    elsewhere: true,
    async to(limit) {
      const end = Math.min(limit, length);
      const { state } = records;
      if (state.position < end) records.take(await scanner.scan(state, end));
      return end < length;
    },
    close: () => scanner.close()
  };
}

// packages/upload/src/csv/part-plan.ts
async function* planTableParts(table, options = {}) {
  const { partBytes = 8 * 1024 * 1024, field = "file", nameOf = numbered(table.name), signal } = options;
  const fault = (problem, remedy) => tableFault(field, table.name, problem, remedy);
  const { format, header, bomBytes, source } = await readTableLayout(table, field, options.delimiter);
  const maxBytes = partBytes - header.length;
  if (maxBytes < 1) {
    throw fault(`has a header of ${header.length} bytes, and a part takes ${partBytes}`, "Use larger parts.");
  }
  const store = rowStore(source);
  const records = options.check?.(format) ?? recordsOnly(format);
  const cancelled = () => new CancelledError(`split "${table.name}"`);
  if (signal?.aborted) throw cancelled();
  const walk = walkOf(source, header, format, records, store);
  const reread = (range) => store.take(range).source.open();
  let index = 0;
  const part = (rows) => {
    const name = nameOf(index);
    const repeated = index === 0 ? header : header.subarray(bomBytes);
    const { source: taken, release } = store.take(rows);
    const whole = concatSource(name, [bytesSource(name, repeated), taken], table.contentType);
    return { index: index++, rows, headerBytes: repeated.length, source: whole, release };
  };
  let start = header.length;
  const goOn = () => walk.to(start + maxBytes).catch((error) => {
    throw signal?.aborted ? cancelled() : error;
  });
  const leave = () => void (walk.elsewhere && walk.close());
  signal?.addEventListener("abort", leave);
  try {
    let more = goOn();
    while (await more) {
      if (signal?.aborted) throw cancelled();
      const rows = { start, end: records.start };
      if (rows.end <= start) throw await tooLong({ start, end: walk.position });
      start = rows.end;
      const ahead = walk.elsewhere ? goOn() : void 0;
      ahead?.catch(() => void 0);
      yield part(rows);
      store.forget(rows.end);
      more = ahead ?? goOn();
    }
    const rest = { start, end: walk.position };
    records.end();
    if (records.inQuotes) throw fault(await openQuote(rest), closeIt);
    if (await hasText(reread(rest))) yield part(rest);
    else if (index === 0) throw fault("has a header and no rows", "Pass a table with at least one row.");
  } finally {
    signal?.removeEventListener("abort", leave);
    await walk.close();
  }
  async function tooLong(range) {
    const problem = `has a record of more than ${maxBytes} bytes, which begins at byte ${range.start}`;
    if (!records.inQuotes) return fault(problem, "Use larger parts.");
    return fault(
      `${problem} and ${await openQuote(range)}`,
      `${closeIt} If it is right as it is, use larger parts.`
    );
  }
  async function openQuote(range) {
    const offset = await openQuoteOffset(reread(range), format) ?? 0;
    return `has a quote that is not closed, at byte ${range.start + offset}`;
  }
}
function walkOf({ scanner, length }, header, format, records, store) {
  const hasNames = new RowCounter(format, () => void 0);
  hasNames.feed(header);
  const isFit = length !== void 0 && hasNames.rows > 0 && rowKernel() !== void 0;
  if (!scanner || !isFit) return walkChunks(store.chunks(), records);
  records.see(header);
  return walkElsewhere(scanner(format), length, records);
}
function recordsOnly(format) {
  const counter = new RowCounter(format, () => void 0);
  return {
    see: (chunk) => counter.feed(chunk),
    end: () => void 0,
    take: ({ state }) => {
      counter.state = state;
    },
    get start() {
      return counter.start;
    },
    get inQuotes() {
      return counter.inQuotes;
    },
    get state() {
      return counter.state;
    }
  };
}
var closeIt = "Close the quote there, or double it if it belongs to the text.";
var numbered = (name) => {
  const [, base = name, extension = ""] = /^(.+?)(\.[^.]*)?$/s.exec(name) ?? [];
  return (index) => `${base}-${index + 1}${extension}`;
};
async function hasText(chunks) {
  for await (const chunk of chunks) {
    if (chunk.some((byte) => byte !== 10 && byte !== 13)) return true;
  }
  return false;
}

export {
  countedTable,
  missingColumns,
  RecordScanner,
  planTableParts
};
