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

export {
  csvRow,
  csvTable
};
