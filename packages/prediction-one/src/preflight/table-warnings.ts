import type { TableHead } from '@modelferry/upload';

/** More classes than these are not supported, judged on the first 1000 rows. Source: section 5.1 (desktop manual). */
const maxClasses = 200;

/** What may go wrong with a table at the vendor and stops nothing here, since it is not known for certain. */
export function tableWarnings(fileName: string, head: TableHead, targetColumn?: string): readonly string[] {
  const classes = targetColumn === undefined ? 0 : classCount(head, targetColumn);
  return [
    ...(head.encodingLooksUtf8
      ? []
      : [`"${fileName}" does not look like UTF-8; save it as UTF-8 if names or values come out garbled.`]),
    ...(classes > maxClasses
      ? [
          `"${fileName}" has ${classes} different values in "${targetColumn}" within its first ${head.rows.length} rows; more than ${maxClasses} classes may be refused.`,
        ]
      : []),
  ];
}

function classCount({ columns, rows }: TableHead, column: string): number {
  const at = columns.indexOf(column);
  return at < 0 ? 0 : new Set(rows.map((row) => row[at] ?? '')).size;
}
