/** A table, its first row being the heading, as the formatter aligns it. */
export function markdownTable(rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', '<br>')));
  const [heading = [], ...body] = cells;
  const widths = heading.map((_, column) => Math.max(3, ...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[], fill = ' ') =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0, fill)).join(' | ')} |`;
  const rule = heading.map(() => '');
  return [line(heading), line(rule, '-'), ...body.map((row) => line(row))].join('\n');
}

/** The same where cells are long: aligned, each row would be as long as the longest. The formatter leaves it alone. */
export function unalignedTable(rows: readonly (readonly string[])[]): string {
  const line = (row: readonly string[]) => `| ${row.join(' | ')} |`;
  const [heading = [], ...body] = rows.map((row) =>
    row.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', '<br>')),
  );
  const lines = [line(heading), line(heading.map(() => '---')), ...body.map(line)];
  return ['<!-- prettier-ignore -->', ...lines].join('\n');
}
