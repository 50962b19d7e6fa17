import { ApiError, isApiError, pause, type RepeatWorld } from '@modelferry/http';
import type { Row } from '@modelferry/operation';
import type { PredictionOneClient } from '../client/client.ts';
import type { InferenceAnswer } from '../client/inference.ts';
import { faultOf } from '../client/read-failure.ts';
import { rowCsv } from './row-csv.ts';
import type { ScoringTarget } from './scoring-target.ts';

/** Pause between two tries while a prediction API does not run, in milliseconds. */
const notRunningPauseMs = 10_000;

export interface ScoringOptions {
  readonly reasons: boolean;
  readonly probabilitiesOnly: boolean;
  /** Until when a prediction API that does not run is waited for, in milliseconds since 1970. */
  readonly waitUntilMs: number;
}

/** Scores one row. A prediction API that does not run is waited for; each try may count against a trial's quota. */
export async function scoreRow(
  client: PredictionOneClient,
  { clock, signal }: Pick<RepeatWorld, 'clock' | 'signal'>,
  target: ScoringTarget,
  row: Row,
  { waitUntilMs, ...options }: ScoringOptions,
): Promise<InferenceAnswer> {
  for (;;) {
    try {
      return await client.infer({ ...target, ...options, csv: rowCsv(row) }, signal);
    } catch (error) {
      const fault = faultOf(error);
      if (fault === 'invalid-request') throw withColumns(error, row);
      if (fault !== 'not-running' || clock.now() + notRunningPauseMs > waitUntilMs) throw error;
      await pause({ clock, signal }, notRunningPauseMs, 'score a row');
    }
  }
}

/** The vendor does not say which column it misses; what was sent helps to find it. */
function withColumns(error: unknown, row: Row): unknown {
  if (!isApiError(error)) return error;
  const names = Object.keys(row).map((name) => `"${name}"`);
  return new ApiError({
    ...error,
    message: `${error.message} The row has the columns ${names.join(', ')}.`,
    cause: error,
  });
}
