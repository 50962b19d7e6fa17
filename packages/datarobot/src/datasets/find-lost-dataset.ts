import { EngineError, isCancelled, pause } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import type { DataRobotClient } from '../client/client.ts';
import type { Dataset } from '../client/datasets.ts';
import { originName, type DatasetOrigin } from './dataset-origin.ts';
import { newestDatasets, type Newcomer } from './newest-datasets.ts';
import type { Registration } from './registration.ts';

/** What was sent when its answer got lost. */
export interface LostUpload {
  readonly origin: DatasetOrigin;
  /** The dataset that was to get a version. @default a new one */
  readonly datasetId?: string;
  /** IDs of what was newest before it was sent. */
  readonly before: readonly string[];
}

/** Pauses before the looks, in milliseconds: what was taken may be listed a little later. */
const pausesMs = [0, 2_000, 5_000, 10_000, 20_000] as const;

/**
 * Finds in the catalog what an upload without a clear answer has made: the one entry that was not there before, and that has
 * its name and length (5.2).
 * @throws EngineError with code `outcome-unknown` when none is to be seen, or more than one: it is not sent again
 */
export async function findLostDataset(
  context: RunContext<DataRobotClient>,
  lost: LostUpload,
  cause?: unknown,
): Promise<Registration> {
  const { clock, signal, progress } = context;
  const name = originName(lost.origin);
  for (const pauseMs of pausesMs) {
    await pause({ clock, signal }, pauseMs, `look for "${name}" in the catalog`);
    const found = (await lookFor(context, lost)).filter(({ dataset }) => isAlike(dataset, lost));
    const [{ dataset } = {}] = found;
    if (found.length > 1) break;
    if (dataset) {
      const { datasetId, versionId } = dataset;
      progress({
        type: 'warning',
        message: `No clear answer came to the upload of "${name}". Dataset ${datasetId} is new since then and has its name: it is taken for it.`,
      });
      return { name, datasetId, versionId };
    }
  }
  throw unclear(name, lost.datasetId, cause);
}

/** What is new stands before all that is known; a look that fails says nothing. */
async function lookFor(
  context: RunContext<DataRobotClient>,
  { datasetId, before }: LostUpload,
): Promise<readonly Newcomer[]> {
  try {
    const newest = await newestDatasets(context, datasetId);
    const known = newest.findIndex(({ id }) => before.includes(id));
    if (known < 0 && before.length > 0 && datasetId === undefined) return [];
    return known < 0 ? newest : newest.slice(0, known);
  } catch (error) {
    if (isCancelled(error)) throw error;
    return [];
  }
}

function isAlike({ name, datasetBytes }: Dataset, { origin, datasetId }: LostUpload): boolean {
  const bytes = 'file' in origin ? origin.file.length : undefined;
  if (bytes !== undefined && (datasetBytes ?? 0) > 0 && datasetBytes !== bytes) return false;
  // A version has the name of its dataset
  if (datasetId !== undefined || name === undefined) return true;
  return name === originName(origin) || ('url' in origin && name === origin.url);
}

function unclear(name: string, datasetId: string | undefined, cause: unknown): EngineError {
  const why = cause instanceof Error ? ` ${cause.message}` : '';
  const where = datasetId === undefined ? 'the AI Catalog' : `the versions of dataset ${datasetId}`;
  return new EngineError({
    code: 'outcome-unknown',
    message: `It is not known whether "${name}" was uploaded, and it was not sent again.${why}`,
    remedy: `Look into ${where} for an entry of this name and time: use its ID if it is there, and upload the file again if it is not.`,
    cause,
  });
}
