import { ApiError, invalid } from '../errors.ts';
import type { DataRobotVariants } from '../variants.ts';

/** What a real-time call asks for besides the predictions. */
export interface RealTimeOptions {
  /** `all` or names. */
  readonly passthrough: 'all' | readonly string[];
  readonly warnsOfOutliers: boolean;
  /** Digits after the point; all of them when it is missing. */
  readonly decimals?: number;
  readonly explanations?: ExplanationOptions;
  readonly thresholdHigh?: number;
  readonly thresholdLow?: number;
  /** As it came; the model has no sense of time, and answers as ever. */
  readonly forecastPoint?: string;
}

export interface ExplanationOptions {
  readonly algorithm: 'xemp' | 'shap';
  readonly most: number;
  /** The classes to explain, or how many of the likeliest; without either the positive or the likeliest one. */
  readonly classNames?: readonly string[];
  readonly topClasses?: number;
}

const allowed = new Set(
  `passthroughColumns passthroughColumnsSet predictionWarningEnabled decimalsNumber maxExplanations maxCodes
   maxNgramExplanations explanationAlgorithm thresholdHigh thresholdLow excludeAdjustedPredictions forecastPoint
   predictionsStartDate predictionsEndDate relaxKnownInAdvanceFeaturesCheck`.split(/\s+/),
);
const classOptions = ['explanationNumTopClasses', 'explanationClassNames'];
const usualXemp = 3;

/** The documented query of a real-time call. @throws ApiError 422, or 400 as the variants ask for */
export function readOptions(query: URLSearchParams, variants: DataRobotVariants): RealTimeOptions {
  const takesClasses = variants.has('rt-class-explanations');
  const unknown = [...query.keys()].find(
    (name) => !allowed.has(name) && !(takesClasses && classOptions.includes(name)),
  );
  if (unknown !== undefined) throw invalid(`'${unknown}': ${unknown} is not allowed key`);
  for (const name of [
    'predictionWarningEnabled',
    'excludeAdjustedPredictions',
    'relaxKnownInAdvanceFeaturesCheck',
  ])
    flag(query, name);
  countOrAll(query, 'maxNgramExplanations');
  return {
    passthrough: readPassthrough(query, variants),
    warnsOfOutliers: flag(query, 'predictionWarningEnabled'),
    decimals: whole(query, 'decimalsNumber'),
    explanations: readExplanations(query, variants),
    thresholdHigh: float(query, 'thresholdHigh'),
    thresholdLow: float(query, 'thresholdLow'),
    forecastPoint: readTimes(query),
  };
}

function readPassthrough(query: URLSearchParams, variants: DataRobotVariants): 'all' | readonly string[] {
  const names = query.getAll('passthroughColumns');
  const set = query.get('passthroughColumnsSet');
  if (names.includes('')) throw invalid("'passthroughColumns': blank value is not allowed");
  if (set !== null && set !== 'all') throw invalid("'passthroughColumnsSet': value is not exactly 'all'");
  if (set === null) return names;
  if (names.length > 0)
    throw new ApiError(
      variants.has('both-passthrough-400') ? 400 : 422,
      'sandbox: passthroughColumns and passthroughColumnsSet exclude each other.',
    );
  return 'all';
}

function readExplanations(
  query: URLSearchParams,
  variants: DataRobotVariants,
): ExplanationOptions | undefined {
  const named = query.get('explanationAlgorithm');
  if (named !== null && named !== 'xemp' && named !== 'shap')
    throw invalid("'explanationAlgorithm': value doesn't match any of xemp, shap");
  const algorithm = named ?? 'xemp';
  const asked = countOrAll(query, 'maxExplanations') ?? countOrAll(query, 'maxCodes');
  if (asked === Number.POSITIVE_INFINITY && algorithm === 'xemp')
    throw invalid("'maxExplanations': all is for SHAP only");
  const withoutMost = named === 'xemp' && variants.has('xemp-default-3') ? usualXemp : 0;
  // None is as if nothing was said: no explanations for XEMP, all for SHAP
  const most = asked || (algorithm === 'shap' ? Number.POSITIVE_INFINITY : withoutMost);
  if (most === 0) return undefined;
  const classNames = query.getAll('explanationClassNames');
  return {
    algorithm,
    most,
    classNames: classNames.length === 0 ? undefined : classNames,
    topClasses: whole(query, 'explanationNumTopClasses'),
  };
}

function readTimes(query: URLSearchParams): string | undefined {
  const [point, start, end] = ['forecastPoint', 'predictionsStartDate', 'predictionsEndDate'].map((name) => {
    const text = query.get(name) ?? undefined;
    if (text !== undefined && Number.isNaN(Date.parse(text)))
      throw invalid(`'${name}': value is not a date-time`);
    return text;
  });
  if ((start === undefined) !== (end === undefined))
    throw invalid('sandbox: predictionsStartDate and predictionsEndDate belong together.');
  if (point !== undefined && start !== undefined)
    throw invalid('sandbox: forecastPoint excludes predictionsStartDate and predictionsEndDate.');
  return point ?? start;
}

function flag(query: URLSearchParams, name: string): boolean {
  const text = query.get(name)?.toLowerCase() ?? 'false';
  if (!['true', 'false', '1', '0'].includes(text)) throw invalid(`'${name}': value should be True or False`);
  return text === 'true' || text === '1';
}

function whole(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw invalid(`'${name}': value can't be converted to int`);
  return Number(text);
}

function countOrAll(query: URLSearchParams, name: string): number | undefined {
  return query.get(name) === 'all' ? Number.POSITIVE_INFINITY : whole(query, name);
}

function float(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  if (text.trim() === '' || Number.isNaN(Number(text)))
    throw invalid(`'${name}': value can't be converted to float`);
  return Number(text);
}
