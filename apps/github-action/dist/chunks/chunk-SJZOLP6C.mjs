import {
  sniffType
} from "./chunk-S2KHAVPK.mjs";
import {
  peekSource
} from "./chunk-DWUKSRY7.mjs";
import {
  parseRows
} from "./chunk-3OOVAMUB.mjs";
import {
  InputError
} from "./chunk-VDHEZRE2.mjs";

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
      if (seen > lines) return true;
    }
    return false;
  };
}

export {
  delimiters,
  detectDelimiter,
  hasWideBom,
  utf8BomBytes,
  tableFault,
  readTableHead
};
