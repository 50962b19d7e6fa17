import type { PredictionOptions } from '../client/prediction-options.ts';

/** The options as a user gives them. */
export interface GivenOptions {
  readonly passthroughColumns: readonly string[];
  readonly passthroughAllColumns: boolean;
  readonly decimals?: number | undefined;
  readonly outlierWarnings: boolean;
  readonly includeAdjustedPredictions: boolean;
  readonly maxExplanations?: string | undefined;
  readonly explanationAlgorithm?: 'xemp' | 'shap' | undefined;
  readonly maxNgramExplanations?: string | undefined;
  readonly thresholdHigh?: number | undefined;
  readonly thresholdLow?: number | undefined;
  readonly explanationTopClasses?: number | undefined;
  readonly explanationClasses: readonly string[];
  readonly forecastPoint?: string | undefined;
  readonly predictionsStartDate?: string | undefined;
  readonly predictionsEndDate?: string | undefined;
  readonly relaxKnownInAdvance: boolean;
}

/** The same in the vendor's words; what is its default anyway is left out. */
export const toPredictionOptions = (given: GivenOptions): PredictionOptions =>
  withoutUndefined({
    passthroughColumns: listOf(given.passthroughColumns),
    passthroughColumnsSet: given.passthroughAllColumns ? 'all' : undefined,
    decimalsNumber: given.decimals,
    predictionWarningEnabled: given.outlierWarnings || undefined,
    excludeAdjustedPredictions: given.includeAdjustedPredictions ? false : undefined,
    maxExplanations: countOrAll(given.maxExplanations),
    explanationAlgorithm: given.explanationAlgorithm,
    maxNgramExplanations: countOrAll(given.maxNgramExplanations),
    thresholdHigh: given.thresholdHigh,
    thresholdLow: given.thresholdLow,
    explanationNumTopClasses: given.explanationTopClasses,
    explanationClassNames: listOf(given.explanationClasses),
    forecastPoint: given.forecastPoint,
    predictionsStartDate: given.predictionsStartDate,
    predictionsEndDate: given.predictionsEndDate,
    relaxKnownInAdvanceFeaturesCheck: given.relaxKnownInAdvance || undefined,
  });

const listOf = (names: readonly string[]) => (names.length > 0 ? names : undefined);

const countOrAll = (given: string | undefined): number | 'all' | undefined =>
  given === undefined || given === 'all' ? given : Number(given);

const withoutUndefined = <Options extends object>(options: Options): Options =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Options;
