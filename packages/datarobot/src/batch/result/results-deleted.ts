import { EngineError } from '@modelferry/http';

/** The error for a result that is there no more (3.12). */
export const resultsDeleted = (jobId: string, cause?: unknown): EngineError =>
  new EngineError({
    code: 'not-found',
    message: `The result of batch job ${jobId} has been deleted: DataRobot keeps it for 48 hours, unless an installation says otherwise.`,
    remedy: 'Score the file anew, and download the result sooner.',
    cause,
  });
