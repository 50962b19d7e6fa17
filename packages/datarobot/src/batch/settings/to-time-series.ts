import type { Given } from './adapter-type.ts';
import { readJsonObject } from './json-object.ts';
import { withoutAbsent } from './without-absent.ts';

/** What a time series is to be scored for, in the vendor's words. Source: section 3.6. */
export function toTimeSeries(given: Given): Given | undefined {
  const { timeSeriesType, forecastPoint, predictionsStartDate, predictionsEndDate } = given;
  const { forecastPointPolicy, relaxKnownInAdvanceFeaturesCheck } = given;
  if (timeSeriesType === undefined) return undefined;
  return withoutAbsent({
    ...{ type: timeSeriesType, forecastPoint, predictionsStartDate, predictionsEndDate },
    relaxKnownInAdvanceFeaturesCheck,
    forecastPointPolicy:
      forecastPointPolicy === undefined ? undefined : readJsonObject(String(forecastPointPolicy)),
  });
}
