import { ApiError, CancelledError, isApiError } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import { watchSource, type GzipBodyOptions, type SavedFile, type Source } from '@modelferry/upload';
import type { DataRobotClient } from '../../client/client.ts';
import { predictionQuery, type PredictionOptions } from '../../client/prediction-options.ts';
import type { PredictionRequest } from '../../client/predictions.ts';
import type { ScoringTarget } from '../find-host.ts';
import { isTimeBound } from '../is-time-bound.ts';
import { readAnswer } from '../read-answer.ts';
import { withDeploymentStatus } from '../with-deployment-status.ts';
import { begun } from './begun.ts';
import { csvResult } from './csv-result.ts';
import { inOrder } from './in-order.ts';
import { jsonResult } from './json-result.ts';
import { onlySlice } from './only-slice.ts';
import type { Slice } from './slice.ts';
import { slicesOf } from './slices-of.ts';

export interface FileToPredict {
  readonly file: Source;
  readonly options: PredictionOptions;
  readonly gzip?: GzipBodyOptions;
  readonly outputFormat: 'csv' | 'json';
  /** What to call the result. */
  readonly fileName: string;
  /** Longest request, in bytes. Time series are not cut. */
  readonly sliceBytes: number;
  readonly concurrency: number;
}

export interface PredictedFile {
  readonly resultFile: SavedFile;
  /** Rows of the result. */
  readonly rows: number;
  readonly requests: number;
}

/**
 * Scores a file of any size, slice by slice, and saves the predictions in the order of its rows: all of them, or nothing.
 * Nothing is held but the slices on their way. The file is looked into before anything is asked of the vendor.
 * @param findTarget called once there is something to send
 * @throws InputError for a file or options that cannot work, and EngineError when predictions are missing
 */
export async function predictToFile(
  context: RunContext<DataRobotClient>,
  findTarget: () => Promise<ScoringTarget>,
  { file, options, gzip, outputFormat, fileName, sliceBytes, concurrency }: FileToPredict,
): Promise<PredictedFile> {
  const { client, progress, save } = context;
  predictionQuery(options);
  const stop = new AbortController();
  const signal = AbortSignal.any([context.signal, stop.signal]);
  let rows = 0;
  let requests = 0;

  const slices = slicesOf(file, {
    ...{ sliceBytes, signal, passthroughColumns: options.passthroughColumns ?? [] },
    warn: (message) => progress({ type: 'warning', message }),
  });
  const sending = async <T>(
    target: ScoringTarget,
    slice: Slice,
    send: (request: PredictionRequest) => Promise<T>,
  ): Promise<T> => {
    const reading = watchSource(slice.source);
    const { contentType, columns } = slice;
    const source = { ...slice.source, ...reading.source };
    requests += 1;
    try {
      return await send({ ...target, rows: source, contentType, columns, options, gzip });
    } catch (error) {
      // What went wrong in the file is the first cause; the transport only felt it
      throw (
        reading.failure ??
        (await withDeploymentStatus({ client, signal }, target, placed(error, slice, file)))
      );
    }
  };
  const onAnswer = ({ toByte }: Pick<Slice, 'toByte'>, count: number) => {
    rows += count;
    progress({ type: 'upload', name: file.name, bytes: toByte, totalBytes: file.length });
  };
  const inCsv = (target: ScoringTarget) => async (slice: Slice) => {
    const { body } = await sending(target, slice, (request) =>
      readAnswer(() => client.predictCsv(request, signal)),
    );
    return { slice, body };
  };
  const inJson = (target: ScoringTarget) => async (slice: Slice) => {
    const answered = await sending(target, slice, (request) => client.predict(request, signal));
    return { slice, rows: answered };
  };
  const resultOf = (target: ScoringTarget, wanted: AsyncIterable<Slice>) =>
    outputFormat === 'csv'
      ? csvResult(inOrder(wanted, concurrency, inCsv(target)), onAnswer)
      : jsonResult(inOrder(wanted, concurrency, inJson(target)), onAnswer);

  let failure: unknown;
  async function* watched(body: AsyncIterable<Uint8Array>) {
    try {
      yield* body;
    } catch (error) {
      failure = error;
      throw error;
    }
  }
  let wanted: AsyncIterableIterator<Slice, void> | undefined;
  try {
    wanted = await begun(isTimeBound(options) ? onlySlice(slices, file.name) : slices);
    const body = resultOf(await findTarget(), wanted);
    const contentType = outputFormat === 'csv' ? 'text/csv' : 'application/json';
    const resultFile = await save({ name: fileName, contentType, body: watched(body) });
    return { resultFile, rows, requests };
  } catch (error) {
    if (context.signal.aborted) throw new CancelledError(`score "${file.name}"`);
    throw failure ?? error; // A host may wrap what it only felt
  } finally {
    stop.abort();
    void wanted?.return?.().catch(() => undefined); // It may not have been read at all
  }
}

/** A refusal that names rows counts those of its slice. */
function placed(error: unknown, { index, fromByte }: Slice, { name }: Source): unknown {
  if (!isApiError(error) || index === 0) return error;
  const where = `Its rows are those from byte ${fromByte} of "${name}" on.`;
  return new ApiError({ ...error, message: `${error.message} ${where}`, cause: error });
}
