import type { Catalog, Operation } from '@modelferry/operation';
import { betweenMarkers } from '../between-markers.ts';
import type { GeneratedFile } from '../generated-file.ts';
import { markdownTable } from '../markdown-table.ts';
import type { NodeModule } from './node-module.ts';

/**
 * The package's README with its table of operations made anew.
 * @throws Error when the markers are missing
 */
export function readmeFile({ packageFolder, catalog }: NodeModule, current: string): GeneratedFile {
  const path = `${packageFolder}/README.md`;
  return { path, content: betweenMarkers(path, current, 'operations', operationsTable(catalog)) };
}

const operationsTable = (catalog: Catalog<never>): string =>
  markdownTable([
    ['Resource', 'Operation', 'What it does'],
    ...(catalog.operations as readonly Operation[]).map(({ resource, title, summary }) => [
      catalog.resources[resource]?.title ?? resource,
      title,
      summary,
    ]),
  ]);
