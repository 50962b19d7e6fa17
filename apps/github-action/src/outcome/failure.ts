import {
  CancelledError,
  isApiError,
  isEngineError,
  isInputError,
  messageOf,
  type InputFault,
} from '@modelferry/http';
import { faultInWorkflow, workflowWords, type ActionFace } from '../face/index.ts';
import { lowerFirst } from '../text/lower-first.ts';
import { emptyReport, type StepReport } from './step-report.ts';

type Failure = Pick<StepReport, 'failure' | 'details' | 'next' | 'stack'>;

/** Says what went wrong in the words of the workflow file: what was being done, what happened, what to do next. */
export function failureOf(error: unknown, face: Pick<ActionFace, 'inputs'>, doing: string): Failure {
  const stack = error instanceof Error ? error.stack : undefined;
  if (!isEngineError(error)) {
    const said = messageOf(error);
    return {
      failure: `Could not ${lowerFirst(doing)}: ${said}`,
      next: [
        'This was not foreseen. Run the job again with debug logging on, and report what it shows to the makers of this action.',
      ],
      stack,
    };
  }
  if (isInputError(error)) return { ...inputFailure(error.faults, face), stack };
  const requestId = isApiError(error) ? error.requestId : undefined;
  // The message names the request already where an answer was read the usual way
  const request =
    requestId === undefined || error.message.includes(requestId) ? [] : [`The request ID is ${requestId}.`];
  return {
    failure: withOneStop(error.message),
    next: [...(error.remedy === undefined ? [] : [workflowWords(face, error.remedy)]), ...request],
    stack,
  };
}

function inputFailure(faults: readonly InputFault[], face: Pick<ActionFace, 'inputs'>): Failure {
  return {
    failure: faults.length === 1 ? 'An input is wrong.' : `${faults.length} inputs are wrong.`,
    details: faults
      .map((fault) => faultInWorkflow(face, fault))
      .map(({ field, problem, remedy }) => `${field}: ${problem}.${remedy ? ` ${remedy}` : ''}`),
  };
}

/** The report of a step that failed, or was cancelled before it had begun anything. */
export const failedReport = (
  error: unknown,
  face: Pick<ActionFace, 'inputs'>,
  doing: string,
): StepReport => ({
  ...emptyReport,
  outcome: error instanceof CancelledError ? 'cancelled' : 'failed',
  doing,
  ...failureOf(error, face, doing),
});

/** The vendor's own words may have brought their full stop. */
const withOneStop = (text: string): string => text.replace(/([^.])\.\.$/, '$1.');
