import { CancelledError, isCancelled } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import { watchSource } from '@modelferry/upload';
import { untilTaken } from '../at-most-once/until-taken.ts';
import type { DataRobotClient } from '../client/client.ts';
import type { DatasetBegun } from '../client/dataset-uploads.ts';
import { originName, type DatasetOrigin } from './dataset-origin.ts';

/** What to send, and what it is to become. */
export interface NewDataset {
  readonly origin: DatasetOrigin;
  /** The dataset that gets a version. @default a new one */
  readonly datasetId?: string;
  /** @default none */
  readonly categories?: readonly string[];
}

/**
 * Sends a file to the catalog, or has it fetched; again only where it provably was not taken.
 * @throws what keeps it from being taken: of a file that cannot be read, that first
 */
export async function sendDataset(
  context: RunContext<DataRobotClient>,
  { origin, datasetId, categories }: NewDataset,
): Promise<DatasetBegun> {
  const { client, signal, progress } = context;
  const doing = `upload "${originName(origin)}" to the catalog`;
  if ('url' in origin) {
    const { sampleRows, ...request } = origin;
    const sampleSize = sampleRows === undefined ? undefined : ({ type: 'rows', value: sampleRows } as const);
    return untilTaken(context, doing, () =>
      client.importDataset({ ...request, sampleSize, datasetId }, signal),
    );
  }
  const { file } = origin;
  const { name, length: totalBytes } = file;
  const send = async () => {
    const watched = watchSource(file);
    const source = { ...file, ...watched.source };
    // The form around it is counted, too
    const onBytesTaken = (bytes: number) =>
      progress({ type: 'upload', name, bytes: Math.min(bytes, totalBytes ?? bytes), totalBytes });
    try {
      return await client.uploadDataset({ source, datasetId, categories, onBytesTaken }, signal);
    } catch (error) {
      if (signal.aborted || isCancelled(error)) throw new CancelledError(doing);
      // What went wrong in the source is the first cause; the transport only felt it
      throw watched.failure ?? error;
    }
  };
  return untilTaken(context, doing, send, file.replayable);
}
