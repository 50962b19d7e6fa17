import { CancelledError, isCancelled } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import { planTableParts, uploadParts, watchSource, type Source, type TablePart } from '@modelferry/upload';
import type { DataRobotClient } from '../../client/client.ts';
import type { CountedTable } from '../../tables/counted-table.ts';
import { finalizeData } from './finalize-data.ts';
import { judgeUpload, type Uploaded, type UploadedJob } from './judge-upload.ts';

/** How a table goes in parts. */
export interface PartSettings {
  /** Longest part in bytes, header included. @default {@link defaultPartBytes} */
  readonly partBytes?: number;
  /** Parts in flight: the order that is documented is one after the other (`parts-any-order`). @default 1 */
  readonly partConcurrency?: number;
}

/** One job's data, to be cut on the ends of records. */
export interface PartedUpload extends UploadedJob, PartSettings {
  readonly data: Pick<CountedTable, 'table' | 'newCheck'>;
  /** @default found from the header */
  readonly delimiter?: string;
  /** Whether to say, after the last part, that they are all there. @default true */
  readonly finalize?: boolean;
}

const mib = 1024 * 1024;

/**
 * Longest part, where nothing else is asked for. What can be read by ranges costs no memory, and its parts are limited by
 * what a break costs: 64 MiB are sent again in under a minute at 10 Mbit/s, and within the 600 s that the vendor's own
 * clients grant a part even at 1 Mbit/s; more, smaller ones would spend the time of fast lines on waiting for receipts.
 * Of another source each part in flight is held in memory until it has its receipt: 8 MiB.
 */
const defaultPartBytes = ({ ranged, replayable }: Source): number =>
  ranged && replayable ? 64 * mib : 8 * mib;

/** How often a part is sent in all, where the vendor takes it again. Source: section 5.2. */
export const maxPartAttempts = 3;

/**
 * Sends a job's data in parts, each a whole CSV with the header, and says that they are all there only when each has its
 * receipt. A part is sent again only where nothing is scored before the end (3.10). The table is checked as it is cut: its
 * last part is not sent before all of it has been seen.
 * @throws CancelledError
 */
export async function uploadInParts(
  context: RunContext<DataRobotClient>,
  upload: PartedUpload,
): Promise<Uploaded> {
  const { client, signal, progress } = context;
  const { job, scoreWhileUploading, delimiter, data, finalize = true } = upload;
  const { partBytes = defaultPartBytes(data.table), partConcurrency = 1 } = upload;
  const { name, length: totalBytes } = data.table;
  const doing = `upload the data of batch job ${job.id}`;
  const maxAttempts = scoreWhileUploading ? 1 : maxPartAttempts;
  const parts = planTableParts(data.table, { partBytes, delimiter, check: data.newCheck, signal });
  const underWay = new Map<number, number>();
  let confirmedBytes = 0;
  const tell = () => {
    const bytes = [...underWay.values()].reduce((sum, one) => sum + one, confirmedBytes);
    progress({ type: 'upload', name, bytes, totalBytes });
  };
  const putPart = async ({ index, headerBytes, source }: TablePart, stop: AbortSignal) => {
    const watched = watchSource(source);
    const onBytesTaken = (bytes: number) => {
      underWay.set(index, Math.max(0, bytes - headerBytes));
      tell();
    };
    try {
      await client.putCsvPart({ job, part: index, source: watched.source, maxAttempts, onBytesTaken }, stop);
    } catch (error) {
      // What went wrong in the source is the first cause; the transport only felt it
      throw watched.failure ?? error;
    } finally {
      underWay.delete(index);
    }
  };
  try {
    await uploadParts<void, void, TablePart>(
      {
        ...{ parts, doing, signal, maxAtOnce: partConcurrency },
        onConfirmed: (bytes) => {
          confirmedBytes = bytes;
          tell();
        },
      },
      {
        put: putPart,
        finish: async (_, stop) => (finalize ? finalizeData(context, job, stop) : undefined),
      },
    );
    // The header and blank lines at the end are in no part's rows
    if (totalBytes !== undefined) progress({ type: 'upload', name, bytes: totalBytes, totalBytes });
    return { arrived: true };
  } catch (error) {
    if (signal.aborted || isCancelled(error)) throw new CancelledError(doing);
    return judgeUpload(context, upload, error);
  }
}
