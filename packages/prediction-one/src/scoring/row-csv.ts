import type { Row } from '@modelferry/operation';
import { csvTable } from '@modelferry/upload';

/** A row as the header line and the one data line that scoring takes. */
export const rowCsv = (row: Row): string => csvTable(Object.keys(row), [Object.values(row)]);
