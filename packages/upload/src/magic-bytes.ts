/** A kind of file that its first bytes give away. */
export type SniffedType =
  'zip' | 'gzip' | 'pdf' | 'parquet' | 'xls' | 'sqlite' | 'png' | 'jpeg' | '7z' | 'zstd';

const marks: readonly (readonly [SniffedType, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]], // an empty archive
  ['gzip', [0x1f, 0x8b, 0x08]],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['parquet', [0x50, 0x41, 0x52, 0x31, 0x15]],
  ['xls', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['sqlite', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
];

/** Tells a file's kind from its first eight bytes; undefined when they say nothing, as text's do. */
export const sniffType = (head: Uint8Array): SniffedType | undefined =>
  marks.find(([, mark]) => mark.every((byte, at) => head[at] === byte))?.[0];

/** Extensions of each kind. Office documents are ZIPs. */
const extensionsOf: Readonly<Record<SniffedType, readonly string[]>> = {
  zip: ['zip', 'xlsx', 'xlsm', 'docx', 'pptx', 'ods', 'jar', 'whl'],
  gzip: ['gz', 'tgz'],
  pdf: ['pdf'],
  parquet: ['parquet'],
  xls: ['xls', 'doc', 'ppt', 'msi'],
  sqlite: ['sqlite', 'db', 'sqlite3'],
  png: ['png'],
  jpeg: ['jpg', 'jpeg'],
  '7z': ['7z'],
  zstd: ['zst'],
};

const extensionOf = (fileName: string): string => /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';

/** The extension that goes with a file's first bytes, for a file that came without a name: `.zip`, or '' for text. */
export const extensionFor = (head: Uint8Array): string => {
  const type = sniffType(head);
  return type === undefined ? '' : `.${extensionsOf[type][0]}`;
};

/**
 * Whether a file's content and its name agree. Vendors tell formats apart by the extension, so a ZIP called `.csv`
 * would be read as a table, hours later.
 * @returns what is wrong, without the file's name; undefined when nothing is
 */
export function typeMismatch(fileName: string, head: Uint8Array): string | undefined {
  const type = sniffType(head);
  const extension = extensionOf(fileName);
  if (type !== undefined) {
    if (extensionsOf[type].includes(extension)) return undefined;
    return `is a ${type.toUpperCase()} file by its content${extension ? `, and its name ends with ".${extension}"` : ''}`;
  }
  const claimed = (Object.keys(extensionsOf) as SniffedType[]).find((one) =>
    extensionsOf[one].includes(extension),
  );
  return claimed && head.length > 0
    ? `ends with ".${extension}", and its content is no ${claimed.toUpperCase()} file`
    : undefined;
}
