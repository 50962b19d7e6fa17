import * as v from 'valibot';
import { id, perhaps } from '@modelferry/operation';

const entries = {
  id,
  status: v.string(),
  statusDetails: perhaps(v.string()),
  created: perhaps(v.string()),
  source: perhaps(v.string()),
  elapsedTimeSec: perhaps(v.number()),
  percentageCompleted: perhaps(v.number()),
  scoredRows: perhaps(v.number()),
  failedRows: perhaps(v.number()),
  skippedRows: perhaps(v.number()),
  queued: perhaps(v.boolean()),
  queuePosition: perhaps(v.number()),
  resultsDeleted: perhaps(v.boolean()),
  logs: perhaps(v.array(v.string())),
  batchPredictionJobDefinition: perhaps(v.object({ id: perhaps(v.string()), name: perhaps(v.string()) })),
  links: perhaps(v.object({ csvUpload: perhaps(v.string()), download: perhaps(v.string()) })),
  // Kept whole: it tells jobs of one deployment apart
  jobSpec: perhaps(
    v.looseObject({
      deploymentId: perhaps(v.string()),
      csvSettings: perhaps(
        v.looseObject({
          delimiter: perhaps(v.string()),
          encoding: perhaps(v.string()),
          quotechar: perhaps(v.string()),
        }),
      ),
      intakeSettings: perhaps(
        v.looseObject({
          type: perhaps(v.string()),
          multipart: perhaps(v.boolean()),
          async: perhaps(v.boolean()),
        }),
      ),
      outputSettings: perhaps(v.looseObject({ type: perhaps(v.string()) })),
      timeseriesSettings: perhaps(v.record(v.string(), v.unknown())),
    }),
  ),
};

/** Reads a batch job; fields we do not use are left out, so that new ones break nothing. What was asked of it is kept. */
export const batchJob = v.object(entries);

/**
 * A batch prediction job as the vendor describes it. All but its ID and status may be missing. Source: section 3.9.
 *
 * - `status`: `INITIALIZING`, `RUNNING`, `COMPLETED`, `ABORTED`, `FAILED`, or a word nobody has documented
 * - `queued`: false while data are awaited, as far as is known
 * - `queuePosition`: the number of jobs ahead
 * - `percentageCompleted`: from 0 to 100, and 0 on some jobs that have completed
 */
export type BatchJob = v.InferOutput<typeof batchJob>;
