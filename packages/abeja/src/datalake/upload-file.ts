import type { RunContext } from '@modelferry/operation';
import type { Source } from '@modelferry/upload';
import type { AbejaClient } from '../client/client.ts';
import type { DatalakeFile, Lifetime } from '../client/data/datalake-file.ts';
import type { Metadata } from '../client/data/metadata.ts';
import { newMarker } from '../at-most-once/marker.ts';
import { ofKnownLength } from '../uploads/of-known-length.ts';
import { uploadDirectly } from './upload-directly.ts';
import { uploadPresigned } from './upload-presigned.ts';

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

/** The key of the mark, in the metadata. */
const markKey = 'upload-mark';

/** Uploads a file to a channel of the datalake (3.7), and never a second time by mistake (5.2). */
export async function uploadFile(context: RunContext<AbejaClient>, wanted: NewFile): Promise<UploadedFile> {
  const { clock, random, progress } = context;
  progress({ type: 'phase', title: 'Upload the file' });
  if (wanted.way === 'direct') {
    if (wanted.conflictKey !== undefined || !wanted.safeRepeats) return uploadDirectly(context, wanted);
    const metadata = { ...wanted.metadata, [markKey]: newMarker(random, clock.now()).slice(1, -1) };
    return uploadDirectly(context, { ...wanted, metadata, conflictKey: markKey });
  }
  const sized = await ofKnownLength(context, wanted.file);
  try {
    return await uploadPresigned(context, { ...wanted, file: sized.source });
  } finally {
    await sized.dispose();
  }
}
