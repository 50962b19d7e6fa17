import type { PredictionOptions } from '../client/prediction-options.ts';
import type { PredictionRow } from '../client/prediction-row.ts';

/** Whether the options are those of time series, whose rows belong together. */
export const isTimeBound = (options: PredictionOptions): boolean =>
  [
    options.forecastPoint,
    options.predictionsStartDate,
    options.predictionsEndDate,
    options.relaxKnownInAdvanceFeaturesCheck,
  ].some((one) => one !== undefined);

/** Whether predictions are those of a time series, which has as many as it forecasts. */
export const areForecasts = (rows: readonly PredictionRow[]): boolean =>
  rows.some((row) => row['forecastDistance'] !== undefined && row['forecastDistance'] !== null);
