import { CancelledError, isCancelled } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import {
  peekSource,
  planTableParts,
  rangeSource,
  uploadParts,
  watchSource,
  type Source,
} from '@modelferry/upload';
import type { DataRobotClient } from '../client/client.ts';
import { finalizeData } from './finalize-data.ts';
import { judgeUpload, type Uploaded, type UploadedJob } from './judge-upload.ts';

/** One job's data, to be cut on the ends of records. */
export interface PartedUpload extends UploadedJob {
  readonly source: Source;
  /** @default found from the header */
  readonly delimiter?: string;
  /** Longest part in bytes, header included. @default 8 MiB */
  readonly partBytes?: number;
  /** Parts in flight: the order that is documented is one after the other (`parts-any-order`). @default 1 */
  readonly partConcurrency?: number;
}

/** How often a part is sent in all, where the vendor takes it again. Source: section 5.2. */
const maxPartAttempts = 3;

/**
 * Sends a job's data in parts, each a whole CSV with the header, and says that they are all there only when each has its
 * receipt. A part is sent again only where nothing is scored before the end (3.10).
 * @throws CancelledError
 */
export async function uploadInParts(
  context: RunContext<DataRobotClient>,
  upload: PartedUpload,
): Promise<Uploaded> {
  const { client, signal, progress } = context;
  const { job, scoreWhileUploading, delimiter, partBytes, partConcurrency = 1 } = upload;
  const { name, length: totalBytes } = upload.source;
  const doing = `upload the data of batch job ${job.id}`;
  const maxAttempts = scoreWhileUploading ? 1 : maxPartAttempts;
  try {
    const { head, source } = await peekSource(upload.source, byteOrderMark.length);
    const hasMark = byteOrderMark.every((byte, at) => head[at] === byte);
    await uploadParts<void, void>(
      {
        parts: planTableParts(source, { partBytes, delimiter, signal }),
        doing,
        signal,
        maxAtOnce: partConcurrency,
        onConfirmed: (bytes) => progress({ type: 'upload', name, bytes, totalBytes }),
      },
      {
        async put({ index, source: part }, stop) {
          const watched = watchSource(hasMark && index > 0 ? withoutMark(part) : part);
          try {
            await client.putCsvPart({ job, part: index, source: watched.source, maxAttempts }, stop);
          } catch (error) {
            // What went wrong in the source is the first cause; the transport only felt it
            throw watched.failure ?? error;
          }
        },
        finish: (_, stop) => finalizeData(context, job, stop),
      },
    );
    return { arrived: true };
  } catch (error) {
    if (signal.aborted || isCancelled(error)) throw new CancelledError(doing);
    return judgeUpload(context, upload, error);
  }
}

/** Of UTF-8. It stands at the beginning of a file, and so not before the headers that are repeated. */
const byteOrderMark = [0xef, 0xbb, 0xbf];

const withoutMark = (part: Source): Source =>
  rangeSource(part, { start: byteOrderMark.length, end: part.length ?? Infinity });
