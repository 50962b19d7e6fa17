import {
  parseRows
} from "./chunk-3OOVAMUB.mjs";
import "./chunk-WTLKQS7A.mjs";
import {
  EngineError
} from "./chunk-VDHEZRE2.mjs";

// apps/github-action/src/rows/read-rows.ts
import { readFile, stat } from "node:fs/promises";
var maxBytes = 64 * 1024 * 1024;
async function readRows(path) {
  const { size } = await stat(path);
  if (size > maxBytes) {
    throw unfit(`the file has ${size} bytes, and at most ${maxBytes} are scored row by row`, "Split it.");
  }
  const { rows, openQuote } = parseRows(utf8(await readFile(path)), ",");
  if (openQuote) throw unfit("it is no CSV: a quote in it is never closed", "Correct the file.");
  const [columns = [], ...records] = rows;
  if (records.length === 0) {
    throw unfit("the file has no rows", "Give a CSV file with a header line and at least one row.");
  }
  refuseDouble(columns);
  return records.map((cells, index) => {
    if (cells.length === columns.length)
      return Object.fromEntries(cells.map((cell, at) => [columns[at], cell]));
    const counts = `row ${index + 1} is of ${cells.length} and the header of ${columns.length} fields`;
    throw unfit(`it is no CSV: ${counts}`, "Correct the file.");
  });
}
function utf8(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw unfit("the file is not UTF-8 text", "Save it as UTF-8.");
  }
}
function refuseDouble(names) {
  const double = names.find((name, index) => names.indexOf(name) !== index);
  if (double !== void 0) throw unfit(`the header names the column "${double}" twice`, "Rename one.");
}
var unfit = (message, remedy) => new EngineError({ code: "invalid-input", message, remedy });
export {
  readRows
};
