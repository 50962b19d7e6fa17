import type { RunContext } from '@modelferry/operation';
import type { AbejaClient } from '../client/client.ts';
import { newMarker } from '../at-most-once/marker.ts';
import { ofKnownLength } from '../uploads/of-known-length.ts';
import type { NewFile, UploadedFile } from './new-file.ts';
import { uploadDirectly } from './upload-directly.ts';
import { uploadPresigned } from './upload-presigned.ts';

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
