import type { Source } from '../source.ts';

/** A file to be put into an archive. */
export interface ZipEntry {
  /** Where it lies inside: `train_src/sales.csv`. Forward slashes; no `..`, no leading slash. */
  readonly path: string;
  readonly source: Source;
  /** Whether its owner may run it once it is unpacked. @default false */
  readonly isExecutable?: boolean;
}

/** The media type of an archive. */
export const zipContentType = 'application/zip';
