import {
  ApiError,
  CancelledError,
  EngineError,
  InputError,
  defaultRetryPolicy,
  isApiError,
  isEngineError,
  isTransientStatus,
  isTransportError,
  pauseMs
} from "./chunk-GBW5WBB5.mjs";

// packages/upload/src/magic-bytes.ts
var marks = [
  ["zip", [80, 75, 3, 4]],
  ["zip", [80, 75, 5, 6]],
  // an empty archive
  ["gzip", [31, 139, 8]],
  ["pdf", [37, 80, 68, 70, 45]],
  ["parquet", [80, 65, 82, 49, 21]],
  ["xls", [208, 207, 17, 224, 161, 177, 26, 225]],
  ["sqlite", [83, 81, 76, 105, 116, 101, 32, 102]],
  ["png", [137, 80, 78, 71]],
  ["jpeg", [255, 216, 255]],
  ["7z", [55, 122, 188, 175, 39, 28]],
  ["zstd", [40, 181, 47, 253]]
];
var sniffType = (head) => marks.find(([, mark]) => mark.every((byte, at) => head[at] === byte))?.[0];
var extensionsOf = {
  zip: ["zip", "xlsx", "xlsm", "docx", "pptx", "ods", "jar", "whl"],
  gzip: ["gz", "tgz"],
  pdf: ["pdf"],
  parquet: ["parquet"],
  xls: ["xls", "doc", "ppt", "msi"],
  sqlite: ["sqlite", "db", "sqlite3"],
  png: ["png"],
  jpeg: ["jpg", "jpeg"],
  "7z": ["7z"],
  zstd: ["zst"]
};
var extensionOf = (fileName) => /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? "";
var extensionFor = (head) => {
  const type = sniffType(head);
  return type === void 0 ? "" : `.${extensionsOf[type][0]}`;
};
function typeMismatch(fileName, head) {
  const type = sniffType(head);
  const extension = extensionOf(fileName);
  if (type !== void 0) {
    if (extensionsOf[type].includes(extension)) return void 0;
    return `is a ${type.toUpperCase()} file by its content${extension ? `, and its name ends with ".${extension}"` : ""}`;
  }
  const claimed = Object.keys(extensionsOf).find(
    (one) => extensionsOf[one].includes(extension)
  );
  return claimed && head.length > 0 ? `ends with ".${extension}", and its content is no ${claimed.toUpperCase()} file` : void 0;
}

// packages/upload/src/join-bytes.ts
function joinBytes(pieces) {
  const joined = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}

// packages/upload/src/peek-source.ts
async function peekSource(source, maxBytes, enough = () => false) {
  const chunks = source.open()[Symbol.asyncIterator]();
  const pieces = [];
  let bytes = 0;
  let ended = false;
  for (let satisfied = maxBytes <= 0; !satisfied; ) {
    const next = await chunks.next();
    ended = next.done === true;
    if (next.done) break;
    pieces.push(next.value);
    bytes += next.value.length;
    satisfied = enough(next.value) || bytes >= maxBytes;
  }
  const head = joinBytes(pieces);
  if (!source.replayable) return { head, ended, source: glued(source, head, chunks) };
  if (!ended) await chunks.return?.();
  return { head, ended, source };
}
function glued(source, head, rest) {
  return {
    name: source.name,
    contentType: source.contentType,
    length: source.length,
    replayable: false,
    ranged: false,
    async *open() {
      try {
        if (head.length > 0) yield head;
        for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
      } finally {
        await rest.return?.();
      }
    }
  };
}

// packages/upload/src/csv/delimiter.ts
var delimiters = [",", "	", ";", "|"];
function detectDelimiter(beginning, fileName = "") {
  const counts = new Map(delimiters.map((delimiter) => [delimiter, 0]));
  let quoted = false;
  for (const char of beginning) {
    if (char === '"') quoted = !quoted;
    else if (!quoted && (char === "\n" || char === "\r")) break;
    else if (!quoted && counts.has(char)) counts.set(char, (counts.get(char) ?? 0) + 1);
  }
  const usual = /\.(tsv|tab)$/i.test(fileName) ? "	" : ",";
  return delimiters.reduce(
    (best, one) => (counts.get(one) ?? 0) > (counts.get(best) ?? 0) ? one : best,
    usual
  );
}

// packages/upload/src/csv/encoding.ts
function guessEncoding(beginning, whole) {
  const fits = (encoding) => decodes(beginning, encoding, whole);
  return ["utf-8", "shift_jis"].find(fits) ?? "windows-1252";
}
function decodes(bytes, encoding, whole) {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: !whole });
    return true;
  } catch {
    return false;
  }
}
var hasWideBom = ([a, b]) => a === 255 && b === 254 || a === 254 && b === 255;
var utf8BomBytes = ([a, b, c]) => a === 239 && b === 187 && c === 191 ? 3 : 0;

// packages/upload/src/csv/parse-rows.ts
function parseRows(text, delimiter, maxRows = Infinity) {
  const rows = [];
  let row = [];
  let at = 0;
  let openQuote = false;
  let lastRowEnded = true;
  while (at < text.length && rows.length < maxRows) {
    const field = text[at] === '"' ? quotedField(text, at, delimiter) : plainField(text, at, delimiter);
    row.push(field.value);
    ({ end: at, open: openQuote } = field);
    if (text[at] === delimiter) {
      at += 1;
      if (at < text.length) continue;
      row.push("");
    }
    lastRowEnded = at < text.length;
    if (lastRowEnded) at += text.startsWith("\r\n", at) ? 2 : 1;
    if (row.length > 1 || field.value !== "" || field.quoted) rows.push(row);
    row = [];
  }
  return { rows, chars: at, lastRowEnded, openQuote };
}
function plainField(text, start, delimiter) {
  let end = start;
  while (end < text.length && !endsField(text[end], delimiter)) end += 1;
  return { value: text.slice(start, end), end, quoted: false, open: false };
}
function quotedField(text, start, delimiter) {
  let value = "";
  let from = start + 1;
  for (; ; ) {
    const quote2 = text.indexOf('"', from);
    if (quote2 < 0) return { value: value + text.slice(from), end: text.length, quoted: true, open: true };
    value += text.slice(from, quote2);
    if (text[quote2 + 1] !== '"') {
      const rest = plainField(text, quote2 + 1, delimiter);
      return { value: value + rest.value, end: rest.end, quoted: true, open: false };
    }
    value += '"';
    from = quote2 + 2;
  }
}
var endsField = (char, delimiter) => char === delimiter || char === "\n" || char === "\r";

// packages/upload/src/csv/table-fault.ts
var tableFault = (field, fileName, problem, remedy) => new InputError([{ field, problem: `"${fileName}" ${problem}`, remedy }]);

// packages/upload/src/csv/read-table-head.ts
async function readTableHead(source, options = {}) {
  const { field = "file", maxRows = 1e3, maxBytes = 4 * 1024 * 1024 } = options;
  const fault = (problem, remedy) => tableFault(field, source.name, problem, remedy);
  const { head, ended, source: whole } = await peekSource(source, maxBytes, lineCounter(maxRows + 1));
  if (head.length === 0) throw fault("is empty", passATable);
  if (hasWideBom(head)) throw fault("is encoded in UTF-16", 'Save it as "CSV UTF-8" (Excel) or as UTF-8.');
  const type = sniffType(head);
  if (type) throw fault(`is a ${type.toUpperCase()} file, not a table`, passATable);
  const bytes = head.subarray(utf8BomBytes(head));
  const encoding = guessEncoding(bytes, ended);
  const text = new TextDecoder(encoding).decode(bytes, { stream: !ended });
  const delimiter = options.delimiter ?? detectDelimiter(text, source.name);
  const parsed = parseRows(text, delimiter, maxRows + 1);
  if (ended && parsed.openQuote) {
    throw fault("has a quote that is never closed", "Close it, or double the quotes that belong to a text.");
  }
  const sure = ended || parsed.lastRowEnded ? parsed.rows : parsed.rows.slice(0, -1);
  const [columns, ...rows] = sure;
  if (!columns && ended) throw fault("has no header line", passATable);
  if (!columns) throw fault(`has no end of its first line in ${bytes.length} bytes`, passATable);
  return {
    columns,
    rows,
    delimiter,
    lineEnd: text[parseRows(text, delimiter, 1).chars - 1] === "\r" ? "cr" : "lf",
    encoding,
    encodingLooksUtf8: encoding === "utf-8",
    complete: ended && parsed.chars === text.length,
    source: whole
  };
}
var passATable = "Pass a CSV or TSV file with a header line and at least one row.";
function lineCounter(lines) {
  let seen = 0;
  let quoted = false;
  let afterCr = false;
  return (chunk) => {
    for (const byte of chunk) {
      if (byte === 34) quoted = !quoted;
      if (!quoted && (byte === 10 ? !afterCr : byte === 13)) seen += 1;
      afterCr = byte === 13;
    }
    return seen > lines;
  };
}

// packages/upload/src/source-mismatch.ts
function sourceMismatch(name, expectedBytes, actualBytes) {
  const early = actualBytes < expectedBytes;
  return new EngineError({
    code: "source-mismatch",
    message: early ? `Could not read "${name}" to its end: it has ${expectedBytes} bytes, and only ${actualBytes} came.` : `Could not read "${name}": it has ${expectedBytes} bytes, and at least ${actualBytes} came.`,
    remedy: "Make sure that nothing writes to the file while it is being sent, then try again."
  });
}

// packages/upload/src/exact-length.ts
async function* exactLength(chunks, length, name) {
  let seen = 0;
  let last;
  for await (const chunk of chunks) {
    if (chunk.length === 0) continue;
    seen += chunk.length;
    if (seen > length) throw sourceMismatch(name, length, seen);
    if (seen === length) last = chunk;
    else yield chunk;
  }
  if (seen < length) throw sourceMismatch(name, length, seen);
  if (last) yield last;
}

// packages/upload/src/concat-source.ts
function concatSource(name, parts, contentType) {
  const lengths = parts.map(({ length: length2 }) => length2);
  const known = lengths.every((length2) => length2 !== void 0);
  const length = known ? lengths.reduce((sum, one) => sum + (one ?? 0), 0) : void 0;
  const ranged = known && parts.every((part) => part.ranged);
  const readable = known && parts.every((part) => part.reader !== void 0);
  return {
    name,
    contentType,
    length,
    replayable: parts.every((part) => part.replayable),
    ranged,
    async *open(range) {
      if (!range || !ranged) {
        for (const part of parts) yield* exactly(part, part.open(), name);
        return;
      }
      for (const { part, start, end } of layOut(parts)) {
        const inner = { start: Math.max(range.start, start) - start, end: Math.min(range.end, end) - start };
        if (inner.start < inner.end) yield* part.open(inner);
      }
    },
    reader: readable ? () => openReader(parts) : void 0
  };
}
var exactly = (part, chunks, whole) => {
  const { name = whole } = part;
  return part.length === void 0 ? chunks : exactLength(chunks, part.length, name);
};
function layOut(parts) {
  let end = 0;
  return parts.map((part) => {
    const start = end;
    end += part.length ?? 0;
    return { part, start, end };
  });
}
async function openReader(parts) {
  const opened = [];
  const close = async () => {
    await Promise.all(opened.map(({ reader }) => reader.close()));
  };
  try {
    for (const { part, start, end } of layOut(parts)) {
      const reader = await part.reader?.();
      if (reader) opened.push({ reader, start, end });
    }
  } catch (error) {
    await close().catch(() => void 0);
    throw error;
  }
  return {
    async read(target, position) {
      let filled = 0;
      for (const { reader, start, end } of opened) {
        const at = position + filled;
        if (at < start || at >= end || filled === target.length) continue;
        const room = Math.min(target.length - filled, end - at);
        const got = await readFully(reader, target.subarray(filled, filled + room), at - start);
        filled += got;
        if (got < room) break;
      }
      return filled;
    },
    close
  };
}
async function readFully(reader, target, position) {
  let filled = 0;
  while (filled < target.length) {
    const got = await reader.read(target.subarray(filled), position + filled);
    if (got === 0) break;
    filled += got;
  }
  return filled;
}

// packages/upload/src/csv/csv-row.ts
function csvField(value, delimiter = ",") {
  const text = value === null || value === void 0 ? "" : String(value);
  const mustQuote = text.includes(delimiter) || /["\r\n]|^\s|\s$|^\uFEFF/.test(text);
  return mustQuote ? `"${text.replaceAll('"', '""')}"` : text;
}
var csvRow = (values, delimiter = ",") => {
  const line = values.map((value) => csvField(value, delimiter)).join(delimiter);
  return values.length === 1 && line === "" ? '""' : line;
};
var csvTable = (columns, rows, delimiter = ",") => [columns, ...rows].map((row) => `${csvRow(row, delimiter)}\r
`).join("");

// packages/upload/src/source.ts
function bytesSource(name, bytes, contentType) {
  return {
    name,
    contentType,
    length: bytes.length,
    replayable: true,
    ranged: true,
    async *open(range = { start: 0, end: bytes.length }) {
      if (range.end > range.start) yield bytes.subarray(range.start, range.end);
    },
    reader: async () => ({
      async read(target, position) {
        const piece = bytes.subarray(position, position + target.length);
        target.set(piece);
        return piece.length;
      },
      close: async () => void 0
    })
  };
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
var countLanes = (lanes) => Math.imul(lanes >>> 7, 16843009) >>> 24;

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
    const delimiters2 = inEveryLane(this.#delimiter);
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
        const openers = equalAnyLanes(word, delimiters2, lfs, crs) | found;
        simple &&= (found & insideAfter & ~(openers << 8 | mayOpen)) === 0;
        if (simple) {
          mayOpen = openers >>> 24 & 128;
          mayOpenAt = at + 1;
        }
      }
      if (simple) {
        const delimited = equalLanes(word, delimiters2) & ~insideAfter;
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

// packages/upload/src/file-name.ts
var maxNameBytes = 255;
var controls = new RegExp("\\p{Cc}", "u");
var invisible = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u;
function checkFileName(name) {
  if (name.trim() === "") return "is empty";
  if (/[/\\]/.test(name)) return "has a slash in it: it must be a name without folders";
  if (controls.test(name)) return "has a line break or another control character in it";
  if (invisible.test(name)) return "has an invisible character in it (a byte order mark, for instance)";
  if (name === "." || name === "..") return "is no file name";
  if (new RegExp("\\p{Surrogate}", "u").test(name)) return "is no valid Unicode";
  if (utf8Bytes(name) > maxNameBytes) return `is longer than ${maxNameBytes} bytes`;
  return void 0;
}
var device = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;
function safeFileName(name, fallback = "download") {
  const base = name.split(/[/\\]/).at(-1) ?? "";
  const plain = base.replaceAll(new RegExp("\\p{Surrogate}", "gu"), "_").replaceAll(new RegExp(invisible, "gu"), "").replaceAll(/[\p{Cc}<>:"|?*]/gu, "_").replace(/^[\s.]+/, "").replace(/[\s.]+$/, "");
  const safe = device.test(plain) ? `_${plain}` : plain;
  return safe === "" ? fallback : cutToBytes(safe);
}
var utf8Bytes = (text) => new TextEncoder().encode(text).length;
function cutToBytes(name) {
  if (utf8Bytes(name) <= maxNameBytes) return name;
  const [, extension = ""] = /(\.[A-Za-z0-9]{1,16})$/.exec(name) ?? [];
  const characters = [...name.slice(0, name.length - extension.length)];
  while (utf8Bytes(characters.join("") + extension) > maxNameBytes) characters.pop();
  return characters.join("") + extension;
}

// packages/upload/src/form.ts
var boundaryShape = /^[0-9A-Za-z'_-]{1,70}$/;
var formBoundary = () => `----modelferry${crypto.randomUUID()}`;
function encodeForm(parts, boundary = formBoundary()) {
  if (!boundaryShape.test(boundary))
    throw new Error("The boundary of a form must be up to 70 plain characters.");
  const encoder = new TextEncoder();
  const text = (value) => bytesSource("form", encoder.encode(value));
  const pieces = parts.flatMap((part) => [
    text(`--${boundary}\r
${headersOf(part)}\r
`),
    typeof part.value === "string" ? text(part.value) : part.value,
    text("\r\n")
  ]);
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    source: concatSource("form", [...pieces, text(`--${boundary}--\r
`)])
  };
}
function headersOf({ name, value, fileName, contentType }) {
  const isFile = fileName !== void 0 || typeof value !== "string";
  const disposition = `form-data; name="${escapeName(name)}"`;
  const file = isFile ? `; filename="${escapeName(fileName ?? "blob")}"` : "";
  const type = contentType ?? (isFile ? "application/octet-stream" : void 0);
  if (type !== void 0 && !/^[\x20-\x7e]*$/.test(type)) {
    throw new Error("The content type of a form part must be plain ASCII on one line.");
  }
  const typeLine = type === void 0 ? "" : `Content-Type: ${type}\r
`;
  return `Content-Disposition: ${disposition}${file}\r
${typeLine}`;
}
var escapeName = (name) => name.replaceAll("\r", "%0D").replaceAll("\n", "%0A").replaceAll('"', "%22");

// packages/upload/src/zip/crc32.ts
var slices = 16;
var tables;
function makeTables() {
  const made = new Int32Array(slices * 256);
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? crc >>> 1 ^ 3988292384 : crc >>> 1;
    made[byte] = crc;
  }
  for (let at = 256; at < made.length; at++) {
    const before = made[at - 256] ?? 0;
    made[at] = before >>> 8 ^ (made[before & 255] ?? 0);
  }
  return made;
}
var crc32 = (bytes, previous) => {
  const t = tables ??= makeTables();
  const length = bytes.length;
  const steps = length - length % slices;
  let crc = ~previous;
  let at = 0;
  for (; at < steps; at += slices) {
    crc ^= bytes[at] | bytes[at + 1] << 8 | bytes[at + 2] << 16 | bytes[at + 3] << 24;
    crc = t[3840 + (crc & 255)] ^ t[3584 + (crc >>> 8 & 255)] ^ t[3328 + (crc >>> 16 & 255)] ^ t[3072 + (crc >>> 24)] ^ t[2816 + bytes[at + 4]] ^ t[2560 + bytes[at + 5]] ^ t[2304 + bytes[at + 6]] ^ t[2048 + bytes[at + 7]] ^ t[1792 + bytes[at + 8]] ^ t[1536 + bytes[at + 9]] ^ t[1280 + bytes[at + 10]] ^ t[1024 + bytes[at + 11]] ^ t[768 + bytes[at + 12]] ^ t[512 + bytes[at + 13]] ^ t[256 + bytes[at + 14]] ^ t[bytes[at + 15]];
  }
  for (; at < length; at++) crc = crc >>> 8 ^ t[(crc ^ bytes[at]) & 255];
  return ~crc >>> 0;
};

// packages/upload/src/zip/record-writer.ts
var RecordWriter = class {
  #view;
  #bytes;
  #at = 0;
  constructor(length) {
    this.#bytes = new Uint8Array(length);
    this.#view = new DataView(this.#bytes.buffer);
  }
  u16(value) {
    this.#view.setUint16(this.#at, value, true);
    this.#at += 2;
    return this;
  }
  u32(value) {
    this.#view.setUint32(this.#at, value, true);
    this.#at += 4;
    return this;
  }
  /** @param value up to 2^53, exactly */
  u64(value) {
    this.#view.setBigUint64(this.#at, BigInt(value), true);
    this.#at += 8;
    return this;
  }
  raw(bytes) {
    this.#bytes.set(bytes, this.#at);
    this.#at += bytes.length;
    return this;
  }
  /** The record. @throws Error when it is not filled exactly: the length was computed wrongly */
  done() {
    if (this.#at !== this.#bytes.length) {
      throw new Error(`A ZIP record has ${this.#at} bytes where ${this.#bytes.length} were planned.`);
    }
    return this.#bytes;
  }
};

// packages/upload/src/zip/deflater.ts
var platformDeflater = (bytes, signal) => throughTransform(bytes, new CompressionStream("deflate-raw"), signal);
async function* throughTransform(bytes, transform, signal) {
  const writer = transform.writable.getWriter();
  const reader = transform.readable.getReader();
  let failure;
  const write = async () => {
    try {
      for await (const chunk of bytes) {
        signal?.throwIfAborted();
        await writer.ready;
        await writer.write(chunk);
      }
      await writer.close();
    } catch (error) {
      failure ??= { error };
      await writer.abort(error).catch(() => void 0);
    }
  };
  const written = write();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
    await written;
  } catch (error) {
    failure ??= { error };
  } finally {
    await reader.cancel().catch(() => void 0);
  }
  if (failure) throw failure.error;
}

// packages/upload/src/storage-error.ts
function readStorageError({ text }) {
  if (!/<Error[\s>]/.test(text)) return void 0;
  const vendorCode = element(text, "Code");
  const vendorMessage = element(text, "Message");
  return vendorCode === void 0 && vendorMessage === void 0 ? void 0 : { vendorCode, vendorMessage };
}
function element(xml, name) {
  const start = xml.indexOf(`<${name}>`);
  if (start < 0) return void 0;
  const inner = xml.slice(start + name.length + 2);
  const end = inner.indexOf("<");
  return unescapeXml(inner.slice(0, end < 0 ? void 0 : end)).trim();
}
var entities = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
var unescapeXml = (text) => text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name) => entities[name] ?? "");

// packages/upload/src/upload-errors.ts
var UploadOutcomeUnknownError = class extends EngineError {
  /** Bytes that had left when the answer went missing. */
  sentBytes;
  constructor(options) {
    super({ code: "outcome-unknown", ...options });
    this.name = "UploadOutcomeUnknownError";
    this.sentBytes = options.sentBytes;
  }
};
function isUploadOutcomeUnknown(value) {
  return isEngineError(value) && value.code === "outcome-unknown" && "sentBytes" in value;
}
var UploadUrlExpiredError = class extends ApiError {
  uploadUrlRefused = true;
  constructor(options) {
    super(options);
    this.name = "UploadUrlExpiredError";
  }
};
function isUploadUrlExpired(value) {
  return isApiError(value) && "uploadUrlRefused" in value;
}

// packages/upload/src/put-failure.ts
var turnedAway = /* @__PURE__ */ new Set(["SlowDown", "ServiceUnavailable", "ServerBusy", "RequestTimeout", "Throttling"]);
function judgePutFailure(error, attempt) {
  if (isTransportError(error)) {
    if (error.bodyTaken === "all" && error.kind !== "source-mismatch") {
      return { verdict: "unknown", error: outcomeUnknown(attempt, `no answer came (${error.kind})`, error) };
    }
    const passing = error.kind === "timeout" || error.kind === "network";
    return { verdict: passing ? "again" : "refused", error };
  }
  if (!isApiError(error)) return { verdict: "refused", error };
  const clear = clearError(error, attempt);
  const { status, vendorCode = "" } = clear;
  const whole = attempt.givenBytes >= attempt.totalBytes;
  if (status === 429 || turnedAway.has(vendorCode)) return { verdict: "again", error: clear };
  if (status === 503 && error.retryAfterMs !== void 0) return { verdict: "again", error: clear };
  if (status < 500 && status !== 408) return { verdict: "refused", error: clear };
  if (!whole) return { verdict: isTransientStatus(status) ? "again" : "refused", error: clear };
  if (status === 501 || status === 505 || status === 507) return { verdict: "refused", error: clear };
  return { verdict: "unknown", error: outcomeUnknown(attempt, `the answer was ${status}`, clear) };
}
function outcomeUnknown({ doing, totalBytes }, why, cause) {
  return new UploadOutcomeUnknownError({
    message: `Could not ${doing} for certain: all ${totalBytes} bytes were sent, and ${why}. The file may have arrived.`,
    remedy: "Check the state of the job before anything is sent again: a second upload may start it twice.",
    sentBytes: totalBytes,
    cause
  });
}
function clearError(error, { doing, totalBytes, accessRemedy }) {
  const said = error.vendorCode === void 0 ? readStorageError({ text: error.vendorMessage ?? "" }) : error;
  const vendorCode = said?.vendorCode;
  const vendorMessage = said ? said.vendorMessage : error.vendorMessage;
  const quoted = [vendorCode, vendorMessage].filter(Boolean).join(": ");
  const answer = `the storage answered ${error.status}${quoted ? ` ("${quoted}")` : ""}`;
  const common = {
    status: error.status,
    vendorCode,
    vendorMessage,
    requestId: error.requestId,
    retryAfterMs: error.retryAfterMs
  };
  if (error.status === 413 || vendorCode === "EntityTooLarge") {
    return new ApiError({
      ...common,
      code: "too-large",
      message: `Could not ${doing}: ${answer}. ${totalBytes} bytes are more than it takes.`,
      remedy: "Send a smaller file: fewer rows or columns, or compressed where the vendor takes it."
    });
  }
  if (error.status === 401 || error.status === 403) {
    return new UploadUrlExpiredError({
      ...common,
      code: "forbidden",
      message: `Could not ${doing}: ${answer}. The upload URL has expired or was refused.`,
      remedy: accessRemedy ?? "Ask for a new upload URL and send the file again, with the clock of this machine set right."
    });
  }
  const gone = error.status === 404 || error.status === 410;
  const redirected = error.status >= 300 && error.status < 400;
  return new ApiError({
    ...common,
    code: error.code,
    message: `Could not ${doing}: ${answer}.`,
    remedy: gone ? accessRemedy ?? "Ask for a new upload URL and send the file again." : redirected ? "A redirect is not followed, because a file would go where nobody asked. Check the base URL and the proxy." : remedyByStatus[error.status] ?? error.remedy
  });
}
var remedyByStatus = {
  409: "Something was already uploaded there. Check the state of the job before starting a new one.",
  411: "A proxy on the way removed the length of the body. Send without that proxy.",
  412: "Something was already uploaded there. Check the state of the job before starting a new one.",
  501: "A proxy on the way changed the request (most often to chunks). Send without that proxy."
};

// packages/upload/src/watch-source.ts
function watchSource(source) {
  let failure;
  let givenBytes = 0;
  const watch = async (reading) => {
    try {
      return await reading;
    } catch (error) {
      failure ??= error;
      throw error;
    }
  };
  async function* chunks(iterable) {
    const iterator = iterable[Symbol.asyncIterator]();
    try {
      for (let next = await watch(iterator.next()); !next.done; next = await watch(iterator.next())) {
        givenBytes += next.value.length;
        yield next.value;
      }
    } finally {
      await iterator.return?.();
    }
  }
  const { reader } = source;
  return {
    get failure() {
      return failure;
    },
    get givenBytes() {
      return givenBytes;
    },
    source: {
      length: source.length,
      replayable: source.replayable,
      ranged: source.ranged,
      open: (range) => chunks(source.open(range)),
      reader: reader && (async () => {
        const whole = await watch(reader.call(source));
        return {
          read: async (target, position) => {
            const got = await watch(whole.read(target, position));
            givenBytes = Math.max(givenBytes, position + got);
            return got;
          },
          close: () => whole.close()
        };
      })
    }
  };
}

// packages/upload/src/presigned-put.ts
async function putPresigned(client, put) {
  const { source, doing, clock, signal, maxAttempts = 4, random = Math.random } = put;
  const totalBytes = source.length;
  if (totalBytes === void 0) throw lengthUnknown(source.name, doing);
  const policy = { ...defaultRetryPolicy, ...put.retry };
  for (let attempt = 1; ; attempt++) {
    const watched = watchSource(source);
    try {
      await sendOnce(client, put, watched.source);
      if (watched.givenBytes < totalBytes) throw answeredEarly(doing, totalBytes);
      return;
    } catch (cause) {
      if (signal.aborted) throw new CancelledError(doing);
      if (isEngineError(watched.failure)) throw watched.failure;
      const { verdict, error } = judgePutFailure(cause, {
        ...put,
        givenBytes: watched.givenBytes,
        totalBytes
      });
      if (verdict !== "again" || attempt >= maxAttempts || !source.replayable) throw error;
      const pause = pauseMs(policy, attempt, isApiError(error) ? error.retryAfterMs : void 0, random);
      if (pause === void 0) throw error;
      put.onRepeat?.(error, attempt);
      await clock.sleep(pause, signal).catch(() => {
        throw new CancelledError(doing);
      });
    }
  }
}
var sendOnce = (client, put, source) => client.send({
  doing: put.doing,
  method: "PUT",
  path: put.url,
  headers: { "content-type": null },
  body: { kind: "stream", source },
  idempotent: false,
  retry: { maxAttempts: 1 },
  // Only this file knows when a repetition is safe
  timeoutMs: put.timeoutMs ?? 6e4,
  signal: put.signal,
  onBytesTaken: (totalBytes) => put.onBytesTaken?.(totalBytes)
});
var answeredEarly = (doing, totalBytes) => new EngineError({
  code: "unexpected-answer",
  message: `Could not ${doing}: success was answered before the whole file was sent, which has ${totalBytes} bytes.`,
  remedy: "Check the proxy: something other than the storage may be answering there."
});
var lengthUnknown = (name, doing) => new EngineError({
  code: "unsupported",
  message: `Could not ${doing}: the length of "${name}" is not known, and the storage takes no body without one.`,
  remedy: "Pass it as a file, or from a place that tells its length (a Content-Length header)."
});

// packages/upload/src/zip/entry-name.ts
var maxNameBytes2 = 65535;
function entryName(path) {
  const problem = problemOf(path);
  if (problem) {
    throw new InputError([
      {
        field: "file",
        problem: `"${path.replace(new RegExp("\\p{Cc}", "gu"), "?").slice(0, 200)}" cannot be a name inside an archive: ${problem}`,
        remedy: "Rename the file."
      }
    ]);
  }
  return new TextEncoder().encode(path);
}
function problemOf(path) {
  if (path === "") return "it is empty";
  if (path.includes("\\")) return "it has a backslash in it";
  if (/^[A-Za-z]:/.test(path)) return "it begins with a drive";
  if (new RegExp("\\p{Cc}", "u").test(path)) return "it has control characters in it";
  if (new RegExp("\\p{Surrogate}", "u").test(path)) return "it is no valid Unicode";
  const segments = path.split("/");
  if (segments[0] === "") return "it begins with a slash";
  if (segments.includes("")) return "a folder in it has no name";
  if (segments.some((segment) => segment === "." || segment === "..")) return "it leads to another folder";
  return new TextEncoder().encode(path).length > maxNameBytes2 ? "it is too long" : void 0;
}

// packages/upload/src/zip/records.ts
var max32 = 4294967294;
var max16 = 65534;
var mark32 = 4294967295;
var mark16 = 65535;
var deflate = 8;
var version20 = 20;
var version45 = 45;
var flags = 1 << 3 | 1 << 11;
var madeBy = 3 << 8 | version45;
var fileMode = 33188;
function localHeader({ name, modified, zip64 }) {
  const record = new RecordWriter(localHeaderBytes({ name, zip64 })).u32(67324752).u16(zip64 ? version45 : version20).u16(flags).u16(deflate).u16(modified.time).u16(modified.date).u32(0).u32(zip64 ? mark32 : 0).u32(zip64 ? mark32 : 0).u16(name.length).u16(zip64 ? 20 : 0).raw(name);
  if (zip64) record.u16(1).u16(16).u64(0).u64(0);
  return record.done();
}
var localHeaderBytes = ({ name, zip64 }) => 30 + name.length + (zip64 ? 20 : 0);
function dataDescriptor({
  crc,
  compressedBytes,
  bytes,
  zip64
}) {
  const record = new RecordWriter(dataDescriptorBytes(zip64)).u32(134695760).u32(crc);
  return (zip64 ? record.u64(compressedBytes).u64(bytes) : record.u32(compressedBytes).u32(bytes)).done();
}
var dataDescriptorBytes = (zip64) => zip64 ? 24 : 16;
var wide = ({
  zip64,
  bytes,
  compressedBytes,
  offset
}) => [
  ...zip64 ? [bytes, compressedBytes] : [],
  ...offset > max32 ? [offset] : []
];
function directoryRecord(entry) {
  const { name, modified, crc, compressedBytes, bytes, offset, zip64 } = entry;
  const extra = wide(entry);
  const record = new RecordWriter(directoryRecordBytes(entry)).u32(33639248).u16(madeBy).u16(zip64 || extra.length > 0 ? version45 : version20).u16(flags).u16(deflate).u16(modified.time).u16(modified.date).u32(crc).u32(zip64 ? mark32 : compressedBytes).u32(zip64 ? mark32 : bytes).u16(name.length).u16(extra.length > 0 ? 4 + 8 * extra.length : 0).u16(0).u16(0).u16(0).u32(fileMode * 65536).u32(offset > max32 ? mark32 : offset).raw(name);
  if (extra.length > 0) {
    record.u16(1).u16(8 * extra.length);
    for (const value of extra) record.u64(value);
  }
  return record.done();
}
function directoryRecordBytes(entry) {
  const extra = wide(entry).length;
  return 46 + entry.name.length + (extra > 0 ? 4 + 8 * extra : 0);
}
var needsZip64 = ({ entries, offset, bytes }) => entries > max16 || offset > max32 || bytes > max32;
function archiveEnd(place) {
  const { entries, offset, bytes } = place;
  const record = new RecordWriter(archiveEndBytes(place));
  if (needsZip64(place)) {
    record.u32(101075792).u64(44).u16(madeBy).u16(version45).u32(0).u32(0).u64(entries).u64(entries).u64(bytes).u64(offset).u32(117853008).u32(0).u64(offset + bytes).u32(1);
  }
  return record.u32(101010256).u16(0).u16(0).u16(entries > max16 ? mark16 : entries).u16(entries > max16 ? mark16 : entries).u32(bytes > max32 ? mark32 : bytes).u32(offset > max32 ? mark32 : offset).u16(0).done();
}
var archiveEndBytes = (place) => needsZip64(place) ? 98 : 22;

// packages/upload/src/zip/stored-deflate.ts
var storedBlockBytes = 65535;
var blockHeaderBytes = 5;
var storedDeflateBytes = (bytes) => bytes + blockHeaderBytes * Math.max(1, Math.ceil(bytes / storedBlockBytes));
async function* storedDeflate(chunks, length, name) {
  if (length === 0) yield blockHeader(0, true);
  let at = 0;
  for await (const chunk of exactLength(chunks, length, name)) {
    const headers = Math.ceil((at + chunk.length) / storedBlockBytes) - Math.ceil(at / storedBlockBytes);
    const out = new Uint8Array(chunk.length + headers * blockHeaderBytes);
    let written = 0;
    for (let taken = 0; taken < chunk.length; ) {
      const inBlock = at % storedBlockBytes;
      if (inBlock === 0) {
        const block = Math.min(storedBlockBytes, length - at);
        out.set(blockHeader(block, at + block === length), written);
        written += blockHeaderBytes;
      }
      const piece = chunk.subarray(taken, taken + storedBlockBytes - inBlock);
      out.set(piece, written);
      written += piece.length;
      taken += piece.length;
      at += piece.length;
    }
    yield out;
  }
}
var blockHeader = (bytes, last) => Uint8Array.of(last ? 1 : 0, bytes & 255, bytes >> 8, ~bytes & 255, ~bytes >> 8 & 255);

// packages/upload/src/zip/zip-entry.ts
var zipContentType = "application/zip";

// packages/upload/src/zip/dos-time.ts
var earliestDosTime = { date: 1 << 5 | 1, time: 0 };

// packages/upload/src/zip/zip-stream.ts
async function* zipStream(entries, options = {}) {
  const { modified = earliestDosTime, crc32: update = crc32 } = options;
  const written = [];
  let offset = 0;
  for (const { name, zip64, open, deflate: deflate2 } of entries) {
    const begin = offset;
    const head = localHeader({ name, modified, zip64 });
    yield head;
    let crc = 0;
    let bytes = 0;
    async function* counted() {
      for await (const chunk of open()) {
        crc = update(chunk, crc);
        bytes += chunk.length;
        yield chunk;
      }
    }
    let compressedBytes = 0;
    for await (const chunk of deflate2(counted())) {
      compressedBytes += chunk.length;
      yield chunk;
    }
    const descriptor = dataDescriptor({ crc, compressedBytes, bytes, zip64 });
    yield descriptor;
    offset += head.length + compressedBytes + descriptor.length;
    written.push({ name, modified, zip64, crc, compressedBytes, bytes, offset: begin });
  }
  let directoryBytes = 0;
  for (const chunk of gather(written.map(directoryRecord))) {
    directoryBytes += chunk.length;
    yield chunk;
  }
  yield archiveEnd({ entries: written.length, offset, bytes: directoryBytes });
}
function* gather(records, chunkBytes = 65536) {
  let pending = [];
  let bytes = 0;
  for (const [index, record] of records.entries()) {
    pending.push(record);
    bytes += record.length;
    if (bytes < chunkBytes && index < records.length - 1) continue;
    yield joinBytes(pending);
    pending = [];
    bytes = 0;
  }
}

// packages/upload/src/zip/stored-zip-source.ts
function storedZip(name, entries, options = {}) {
  refuseDoubles(entries);
  const planned = entries.map(plan);
  return {
    name,
    contentType: zipContentType,
    length: storedZipBytes(planned.map(({ name: name2, bytes }) => ({ nameBytes: name2.length, bytes }))),
    replayable: entries.every(({ source }) => source.replayable),
    ranged: false,
    open: () => zipStream(planned, options)
  };
}
function refuseDoubles(entries) {
  const seen = /* @__PURE__ */ new Set();
  for (const { path } of entries) {
    if (seen.has(path)) {
      throw new InputError([
        {
          field: "file",
          problem: `"${path}" would be in the ZIP twice`,
          remedy: "Give the files different names."
        }
      ]);
    }
    seen.add(path);
  }
}
function plan({ path, source }) {
  const bytes = source.length;
  if (bytes === void 0) {
    throw new EngineError({
      code: "unsupported",
      message: `Could not put "${source.name}" into a ZIP of known length: its own length is not known.`,
      remedy: "Pass it as a file, or from a place that tells its length."
    });
  }
  return {
    name: entryName(path),
    bytes,
    zip64: needsZip642(bytes),
    open: () => source.open(),
    deflate: (chunks) => storedDeflate(chunks, bytes, source.name)
  };
}
var needsZip642 = (bytes) => storedDeflateBytes(bytes) > max32;
function storedZipBytes(entries) {
  let offset = 0;
  let directory = 0;
  for (const { nameBytes, bytes } of entries) {
    const name = { length: nameBytes };
    const compressedBytes = storedDeflateBytes(bytes);
    const zip64 = needsZip642(bytes);
    directory += directoryRecordBytes({ name, zip64, bytes, compressedBytes, offset });
    offset += localHeaderBytes({ name, zip64 }) + compressedBytes + dataDescriptorBytes(zip64);
  }
  return offset + directory + archiveEndBytes({ entries: entries.length, offset, bytes: directory });
}

// packages/upload/src/zip/deflated-zip.ts
function deflatedZip(entries, options) {
  const { signal, deflater = platformDeflater } = options;
  refuseDoubles(entries);
  const planned = entries.map(({ path, source }) => {
    const { length } = source;
    return {
      name: entryName(path),
      // Deflate falls back to stored blocks; twice their overhead is more than any deflater of ours adds
      zip64: length === void 0 || 2 * storedDeflateBytes(length) - length > max32,
      open: () => length === void 0 ? source.open() : exactLength(source.open(), length, source.name),
      deflate: (bytes) => deflater(bytes, signal)
    };
  });
  return zipStream(planned, options);
}

// packages/upload/src/zip/zip-for-upload.ts
async function zipForUpload(request) {
  const { name, entries, compression, scratch, signal } = request;
  if (compression === "stored") {
    return { source: storedZip(name, entries, request), dispose: async () => void 0 };
  }
  if (!scratch) {
    throw new EngineError({
      code: "unsupported",
      message: `Could not compress "${name}": there is no place here to keep it until it has been sent.`,
      remedy: "Send it uncompressed (stored)."
    });
  }
  return scratch.write({ name, contentType: zipContentType, body: deflatedZip(entries, request) }, signal);
}

export {
  csvTable,
  delimiters,
  detectDelimiter,
  parseRows,
  bytesSource,
  peekSource,
  extensionFor,
  typeMismatch,
  readTableHead,
  tapSource,
  checkedTable,
  TableCheck,
  checkFileName,
  safeFileName,
  encodeForm,
  readStorageError,
  isUploadOutcomeUnknown,
  isUploadUrlExpired,
  watchSource,
  putPresigned,
  zipForUpload
};
