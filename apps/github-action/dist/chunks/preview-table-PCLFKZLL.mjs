import {
  fileSource
} from "./chunk-ZGKPT5AS.mjs";
import "./chunk-IUJGTDDR.mjs";
import "./chunk-Z6MGIYC7.mjs";
import {
  readTableHead
} from "./chunk-SJZOLP6C.mjs";
import "./chunk-S2KHAVPK.mjs";
import "./chunk-EMTKIY3Y.mjs";
import "./chunk-DWUKSRY7.mjs";
import "./chunk-42YFLU3Z.mjs";
import "./chunk-3OOVAMUB.mjs";
import "./chunk-WTLKQS7A.mjs";
import {
  code,
  escape
} from "./chunk-VDHEZRE2.mjs";

// apps/github-action/src/summary/preview-table.ts
var maxRows = 5;
var maxColumns = 8;
var maxCellLength = 60;
var maxBytes = 256 * 1024;
async function previewTable(file, redact) {
  if (!/\.(csv|tsv)$/i.test(file.name)) return [];
  try {
    const { columns, rows } = await readTableHead(await fileSource(file.location), { maxRows, maxBytes });
    const shown = shownColumns(columns.length);
    const line = (cells) => `| ${shown.map((column) => cell(cells[column] ?? "", redact)).join(" | ")} |`;
    const left = columns.length - shown.length;
    const without = left === 0 ? "" : ` (${left} ${left === 1 ? "column" : "columns"} in between left out)`;
    return [
      `The beginning of ${code(redact(file.name))}${without}:`,
      "",
      line(columns),
      `|${" --- |".repeat(shown.length)}`,
      ...rows.slice(0, maxRows).map(line)
    ];
  } catch {
    return [];
  }
}
function shownColumns(count) {
  const all = Array.from({ length: count }, (_, column) => column);
  if (count <= maxColumns) return all;
  return [...all.slice(0, maxColumns / 2), ...all.slice(-maxColumns / 2)];
}
function cell(text, redact) {
  const shown = redact(text);
  return escape(shown.length > maxCellLength ? `${shown.slice(0, maxCellLength)}...` : shown);
}
export {
  previewTable
};
