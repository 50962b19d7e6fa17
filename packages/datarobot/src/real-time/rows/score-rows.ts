import { EngineError, isCancelled, isEngineError, type ApiError } from '@modelferry/http';
import type { Row, RowOutcome, RunContext } from '@modelferry/operation';
import { bytesSource, type GzipBodyOptions } from '@modelferry/upload';
import type { DataRobotClient } from '../../client/client.ts';
import { maxPredictionBytes } from '../../client/limits.ts';
import { predictionQuery, type PredictionOptions } from '../../client/prediction-options.ts';
import type { PredictionRow } from '../../client/prediction-row.ts';
import type { ScoringTarget } from '../find-host.ts';
import { areForecasts, isTimeBound } from '../is-time-bound.ts';
import { withDeploymentStatus } from '../with-deployment-status.ts';
import { findBadRows } from './find-bad-rows.ts';
import { isAboutRows } from './is-about-rows.ts';
import { pairAnswers } from './pair-answers.ts';
import { planRequests } from './plan-requests.ts';

/** Rows of one request: with what a model can say of each, the answer stays below what is read at once. */
const maxRowsPerRequest = 10_000;

/** Columns that pass through come back on top of the predictions. */
const maxBytesPassedThrough = maxPredictionBytes / 2;

/** Requests made to find bad rows, on top of the others. */
const maxSearchRequests = 100;

export interface RowsToScore {
  readonly rows: readonly Row[];
  readonly options: PredictionOptions;
  readonly gzip?: GzipBodyOptions;
}

/** A row with its predictions: one; of time series none, or several. */
export interface ScoredRow {
  readonly row: Row;
  readonly predictions: readonly PredictionRow[];
}

type Outcome = RowOutcome<ScoredRow>;

/**
 * Scores rows in as few requests as they fit into, and says of each what became of it, in order. A bad row fails alone; what
 * no row can escape ends the work for all that are left.
 * @throws InputError for options that exclude each other
 * @throws CancelledError
 */
export async function scoreRows(
  context: RunContext<DataRobotClient>,
  target: ScoringTarget,
  { rows, options, gzip }: RowsToScore,
): Promise<readonly Outcome[]> {
  const { client, signal, progress } = context;
  predictionQuery(options);
  const timeBound = isTimeBound(options);
  const encoder = new TextEncoder();
  const encoded = rows.map((row) => JSON.stringify(row));
  const rowBytes = encoded.map((text) => encoder.encode(text).length);
  const limits = limitsFor(options, timeBound);
  const { requests, tooLarge } = planRequests(rowBytes, limits);
  if (timeBound && requests.length + tooLarge.length > 1) throw seriesTooLarge();

  const outcomes = new Map<number, Outcome>();
  const settle = (row: number, outcome: Outcome) => {
    outcomes.set(row, outcome);
    progress({ type: 'rows', done: outcomes.size, total: rows.length });
  };
  const fail = (row: number, error: EngineError) => settle(row, { ok: false, error });
  const ask = async (indexes: readonly number[]): Promise<void> => {
    const body = encoder.encode(`[${indexes.map((index) => encoded[index]).join(',')}]`);
    const source = bytesSource('rows.json', body);
    const request = { ...target, rows: source, contentType: 'application/json', options, gzip } as const;
    const answered = await client.predict(request, signal);
    const forecasts = areForecasts(answered);
    if (forecasts && indexes.length < rows.length) throw seriesWasSplit();
    const pairs = pairAnswers(answered, indexes.length, timeBound || forecasts);
    indexes.forEach((index, at) => {
      settle(index, { ok: true, output: { row: rows[index] ?? {}, predictions: pairs[at] ?? [] } });
    });
  };

  for (const row of tooLarge) fail(row, rowTooLarge(limits.maxBytes));
  const budget = { left: maxSearchRequests };
  const score = async (indexes: readonly number[]): Promise<ApiError | undefined> => {
    try {
      await ask(indexes);
    } catch (error) {
      if (isAboutRows(error, options) && !timeBound) return error;
      throw error;
    }
  };
  try {
    for (const request of requests) {
      const refusal = await score(request);
      if (!refusal) continue;
      const explained = await withDeploymentStatus(context, target, refusal);
      if (explained !== refusal) throw explained;
      await findBadRows(request, refusal, { budget, score, fail });
    }
  } catch (error) {
    if (isCancelled(error)) throw error;
    const fatal = await withDeploymentStatus(context, target, error);
    if (!isEngineError(fatal)) throw fatal;
    for (const row of rows.keys()) if (!outcomes.has(row)) fail(row, fatal);
  }
  return rows.map((_, row) => outcomes.get(row) as Outcome);
}

const limitsFor = ({ passthroughColumns, passthroughColumnsSet }: PredictionOptions, timeBound: boolean) => ({
  maxBytes: (passthroughColumns ?? passthroughColumnsSet) ? maxBytesPassedThrough : maxPredictionBytes,
  maxRows: timeBound ? Infinity : maxRowsPerRequest,
});

const rowTooLarge = (maxBytes: number): EngineError =>
  new EngineError({
    code: 'too-large',
    message: `Could not score the row: alone it is larger than what can be scored at once, ${maxBytes} bytes.`,
    remedy: 'Leave out the columns that the model does not need.',
  });

const seriesTooLarge = (): EngineError =>
  new EngineError({
    code: 'too-large',
    message: `Could not score the rows: those of a time series belong into one request, which takes at most ${maxPredictionBytes} bytes.`,
    remedy: 'Send less of its history, or score it as a batch.',
  });

const seriesWasSplit = (): EngineError =>
  new EngineError({
    code: 'unsupported',
    message: 'Could not score the rows: the model is one of time series, whose rows belong into one request.',
    remedy: 'Give a forecast point or a range of dates, with which the rows are sent together.',
  });
