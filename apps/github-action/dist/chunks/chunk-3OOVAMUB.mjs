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
    const quote = text.indexOf('"', from);
    if (quote < 0) return { value: value + text.slice(from), end: text.length, quoted: true, open: true };
    value += text.slice(from, quote);
    if (text[quote + 1] !== '"') {
      const rest = plainField(text, quote + 1, delimiter);
      return { value: value + rest.value, end: rest.end, quoted: true, open: false };
    }
    value += '"';
    from = quote + 2;
  }
}
var endsField = (char, delimiter) => char === delimiter || char === "\n" || char === "\r";

export {
  parseRows
};
