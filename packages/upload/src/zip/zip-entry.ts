import type { Source } from '../source.ts';

/** A file to be put into an archive. */
export interface ZipEntry {
  /** Where it lies inside: `train_src/sales.csv`. Forward slashes; no `..`, no leading slash. */
  readonly path: string;
  readonly source: Source;
}

/** The media type of an archive. */
export const zipContentType = 'application/zip';
