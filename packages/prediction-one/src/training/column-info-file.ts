import { bytesSource, csvTable, type Source } from '@modelferry/upload';

/** The file that tells the types of the columns: a CSV in UTF-8 with a byte order mark. Source: specification 3.5. */
export const columnInfoFile = (types: readonly (readonly [name: string, type: string])[]): Source =>
  bytesSource(
    'column_info.csv',
    new TextEncoder().encode(`\uFEFF${csvTable(['column_name', 'column_type'], types)}`),
  );
