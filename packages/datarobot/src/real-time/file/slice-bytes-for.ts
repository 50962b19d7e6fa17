import { maxPredictionBytes } from '../../client/limits.ts';
import type { PredictionOptions } from '../../client/prediction-options.ts';
import { isTimeBound } from '../is-time-bound.ts';

/** An answer in JSON is read whole, and many times as long as its rows. */
const usualBytes = { csv: 8 * 1024 * 1024, json: 1024 * 1024 } as const;

/** How long requests may be, in bytes. A time series goes whole, as far as it fits. */
export const sliceBytesFor = (
  given: { readonly sliceBytes?: number | undefined; readonly outputFormat: 'csv' | 'json' },
  options: PredictionOptions,
): number =>
  isTimeBound(options) ? maxPredictionBytes : (given.sliceBytes ?? usualBytes[given.outputFormat]);
