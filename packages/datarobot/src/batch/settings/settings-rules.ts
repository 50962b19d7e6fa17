import { isRenaming } from './remapping.ts';
import type { Rule } from './rule.ts';

const onlyWithTimeSeries = (type: string, title: string, fields: readonly string[]): readonly Rule[] =>
  fields.map((field) => ({
    field,
    problem: `only goes with the Time Series Type ${title}: leave it out, or choose that type`,
    holds: (given) => given[field] === undefined || given['timeSeriesType'] === type,
  }));

/** Which settings of a job go together. Source: section 3.6. */
export const settingsRules: readonly Rule[] = [
  {
    field: 'explanationNumTopClasses',
    problem: 'does not go with Explanation Class Names: give one of the two',
    holds: ({ explanationNumTopClasses, explanationClassNames }) =>
      explanationNumTopClasses === undefined || explanationClassNames === undefined,
  },
  {
    field: 'columnNamesRemapping',
    problem: 'must hold entries of the form old=new, or old= to drop a column',
    holds: ({ columnNamesRemapping }) =>
      ((columnNamesRemapping ?? []) as readonly string[]).every(isRenaming),
  },
  {
    field: 'predictionSsl',
    problem: 'only goes with a Prediction Host: give one, or leave this out',
    holds: ({ predictionSsl, predictionHost }) => predictionSsl === undefined || predictionHost !== undefined,
  },
  ...onlyWithTimeSeries('forecast', 'Forecast', ['forecastPoint', 'forecastPointPolicy']),
  ...onlyWithTimeSeries('historical', 'Historical', ['predictionsStartDate', 'predictionsEndDate']),
  {
    field: 'relaxKnownInAdvanceFeaturesCheck',
    problem: 'only goes with a time series: choose a Time Series Type, or leave this out',
    holds: ({ relaxKnownInAdvanceFeaturesCheck, timeSeriesType }) =>
      relaxKnownInAdvanceFeaturesCheck === undefined || timeSeriesType !== undefined,
  },
];
