import { isApiError, isEngineError } from '@modelferry/http';
import { isUnfinished } from '@modelferry/operation';
import { failureOf } from '../outcome/failure.ts';
import type { StepReport } from '../outcome/step-report.ts';
import type { Ending } from './stop-jobs.ts';
import { waitStep } from './wait-step.ts';

/** The report of a run that failed. A job that may still be under way is not ended: its result can be had later. */
export function failedRun(error: unknown, { stage, step, book, observed }: Ending): StepReport {
  const { facts, status, succeeded } = observed;
  const failure = failureOf(error, step.face, step.operation.action);
  const isOver = hasFailed(error) || (status === undefined && isUnknown(error));
  const goingOn = isOver ? undefined : book.open.findLast((job) => !isUnfinished(job));
  const snippet = goingOn && waitStep(step, stage.env, goingOn);
  return {
    outcome: 'failed',
    doing: step.operation.action,
    facts,
    files: [],
    outputs: status === undefined ? {} : { status },
    ...failure,
    ...(snippet !== undefined && {
      next: [
        ...(failure.next ?? []),
        succeeded
          ? 'The job itself has ended well. To get its result later, use this step:'
          : 'The job may still be under way. To wait for it later, use this step:',
      ],
      snippet,
    }),
  };
}

const hasFailed = (error: unknown): boolean => isEngineError(error) && error.code === 'job-failed';

/** Whether the vendor knows nothing of what it was asked for. */
const isUnknown = (error: unknown): boolean => isApiError(error) && error.status === 404;
