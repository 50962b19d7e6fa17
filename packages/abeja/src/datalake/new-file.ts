import type { Source } from '@modelferry/upload';
import type { DatalakeFile, Lifetime } from '../client/data/datalake-file.ts';
import type { Metadata } from '../client/data/metadata.ts';

/** A file for a channel. */
export interface NewFile {
  readonly channelId: string;
  readonly file: Source;
  readonly metadata: Metadata;
  /** A key of the metadata: no two files are to have the same value for it. */
  readonly conflictKey?: string;
  /** What to do when one has. */
  readonly onConflict: 'fail' | 'skip';
  readonly lifetime?: Lifetime;
  readonly contentType?: string;
  readonly way: 'direct' | 'presigned';
  /** Whether a direct upload gets a mark of its own where there is no other rule for conflicts. */
  readonly safeRepeats: boolean;
}

/** What became of it. */
export interface UploadedFile {
  readonly file: DatalakeFile;
  readonly alreadyThere: boolean;
}
