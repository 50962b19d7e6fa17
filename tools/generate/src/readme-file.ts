import type { Catalog, Operation } from '@modelferry/operation';
import type { GeneratedFile } from './generated-file.ts';
import type { NodeModule } from './node-module.ts';

const start = '<!-- operations: made by npm run generate -->';
const end = '<!-- /operations -->';

/**
 * The package's README with its table of operations made anew.
 * @throws Error when the markers are missing
 */
export function readmeFile({ packageFolder, catalog }: NodeModule, current: string): GeneratedFile {
  const path = `${packageFolder}/README.md`;
  const from = current.indexOf(start);
  const to = current.indexOf(end);
  if (from === -1 || to < from) throw new Error(`${path} needs the markers "${start}" and "${end}".`);
  const head = current.slice(0, from + start.length);
  return { path, content: `${head}\n\n${operationsTable(catalog)}\n\n${current.slice(to)}` };
}

/** As the formatter aligns it. */
function operationsTable(catalog: Catalog<never>): string {
  const operations: readonly Operation[] = catalog.operations;
  const rows = [
    ['Resource', 'Operation', 'What it does'],
    ...operations.map(({ resource, title, summary }) => [
      catalog.resources[resource]?.title ?? resource,
      title,
      summary.replaceAll('|', '\\|'),
    ]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[], fill = ' ') =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0, fill)).join(' | ')} |`;
  const [heading = [], ...body] = rows;
  return [line(heading), line(['', '', ''], '-'), ...body.map((row) => line(row))].join('\n');
}
