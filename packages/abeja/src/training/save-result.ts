import { EngineError, pause } from '@modelferry/http';
import { saveDownload, type RunContext } from '@modelferry/operation';
import { sniffType, type SavedFile } from '@modelferry/upload';
import type { AbejaClient } from '../client/client.ts';
import type { TrainingJobRef } from './job-reference.ts';

/** Pauses between the looks for a result that may come a little after the end of its job, in milliseconds (Q15). */
const pausesMs = [2_000, 5_000, 10_000];

/** Where a result goes, and how long to look for it. */
export interface ResultDownload {
  /** @default 'result-<job ID>.zip' */
  readonly fileName?: string | undefined;
  /** Whether the job has ended just now, so that its result may still come. */
  readonly isFresh: boolean;
}

/**
 * Streams the result of a job to the host, whole or not at all, with a URL asked for anew at each try.
 * @returns undefined where there is none: the code has left no files, or the job is not complete
 */
export async function saveResult(
  context: RunContext<AbejaClient>,
  { definition, jobId }: TrainingJobRef,
  { fileName = `result-${jobId}.zip`, isFresh }: ResultDownload,
): Promise<SavedFile | undefined> {
  const { client, clock, signal } = context;
  const doing = `download the result of training job ${jobId}`;
  const waits = isFresh ? pausesMs : [];
  const freshUrl = async (): Promise<string | undefined> => {
    for (const pauseMs of [...waits, undefined]) {
      const url = await client.getResultUrl(definition, jobId, signal);
      if (url !== undefined || pauseMs === undefined) return url;
      await pause({ clock, signal }, pauseMs, doing);
    }
    return undefined;
  };
  return saveDownload(context, {
    ...{ doing, freshUrl },
    nameOf({ head }) {
      if (sniffType(head) === 'zip') return fileName;
      throw new EngineError({
        code: 'unexpected-answer',
        message: `Could not ${doing}: what came is no zip.`,
        remedy: 'Download it again; if that does not help, look at the result on the platform.',
      });
    },
  });
}
