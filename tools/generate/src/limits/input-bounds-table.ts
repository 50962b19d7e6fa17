import { formatDuration, type Catalog, type Field, type Operation } from '@modelferry/operation';
import { markdownTable } from '../markdown-table.ts';

type Bounded = Extract<Field, { kind: 'count' | 'number' | 'duration' }>;

/** Every input with an upper bound: what may be asked for, and what is taken where nothing is asked for. */
export function inputBoundsTable(catalogs: readonly Catalog<never>[]): string {
  const rows = catalogs.flatMap((catalog) => {
    const operations = new Map<string, string[]>();
    for (const operation of catalog.operations as readonly Operation[])
      for (const field of operation.inputFields.filter(isBounded)) {
        const key = JSON.stringify([field.title, ...boundsOf(field)]);
        const title = `${catalog.resources[operation.resource]?.title ?? operation.resource}: ${operation.title}`;
        operations.set(key, [...(operations.get(key) ?? []), title]);
      }
    return [...operations].map(([key, titles]) => [
      catalog.title,
      ...(JSON.parse(key) as string[]),
      titles.length > 3 ? `${titles.length} operations` : titles.join(', '),
    ]);
  });
  return markdownTable([['Node', 'Input', 'Least', 'Most', 'Default', 'Where'], ...rows]);
}

const isBounded = (field: Field): field is Field & Bounded =>
  field.kind === 'duration' ||
  ((field.kind === 'count' || field.kind === 'number') && field.max !== undefined);

function boundsOf(field: Bounded): readonly string[] {
  const text = (value: unknown): string => {
    if (typeof value !== 'number') return '';
    return field.kind === 'duration' ? formatDuration(value) : value.toLocaleString('en-US');
  };
  const [least, most] = field.kind === 'duration' ? [field.minMs, field.maxMs] : [field.min, field.max];
  return [text(least), text(most), text(field.default)];
}
