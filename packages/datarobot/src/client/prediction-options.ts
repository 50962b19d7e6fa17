import { InputError, type InputFault, type Query } from '@modelferry/http';

/** What to answer beside the predictions. What is left out is the vendor's default. Source: section 3.4. */
export interface PredictionOptions {
  /** Columns that come back, by their exact names; excludes the next one. */
  readonly passthroughColumns?: readonly string[];
  /** All columns come back. */
  readonly passthroughColumnsSet?: 'all';
  /** Adds `isOutlierPrediction`. */
  readonly predictionWarningEnabled?: boolean;
  /** Digits after the point, at most. */
  readonly decimalsNumber?: number;
  /** Explanations for each row. `all` is for SHAP. @default none */
  readonly maxExplanations?: number | 'all';
  readonly maxNgramExplanations?: number | 'all';
  /** Needs `maxExplanations`, as all that follows up to the names of classes. */
  readonly explanationAlgorithm?: 'xemp' | 'shap';
  /** Only rows that score above are explained, or below the other. */
  readonly thresholdHigh?: number;
  readonly thresholdLow?: number;
  /** From 1 to 10; perhaps not on this route (`rt-class-explanations`), as the next one. */
  readonly explanationNumTopClasses?: number;
  readonly explanationClassNames?: readonly string[];
  /** False adds values that are adjusted by exposure. @default true */
  readonly excludeAdjustedPredictions?: boolean;
  /** ISO 8601 without a zone; excludes the next two. @default the newest time in the data */
  readonly forecastPoint?: string;
  /** ISO 8601, inclusive; both or neither. */
  readonly predictionsStartDate?: string;
  /** ISO 8601, exclusive. */
  readonly predictionsEndDate?: string;
  /** Allows gaps in what is known in advance. @default false */
  readonly relaxKnownInAdvanceFeaturesCheck?: boolean;
}

/**
 * The query of a real-time prediction. What the vendor refuses for certain is refused here, before anything is sent.
 * @throws InputError with everything that is wrong
 */
export function predictionQuery(options: PredictionOptions): Query {
  const faults = [...passthroughFaults(options), ...timeFaults(options), ...explanationFaults(options)];
  if (faults.length > 0) throw new InputError(faults);
  const { passthroughColumns = [], ...rest } = options;
  return { ...(passthroughColumns.length > 0 && { passthroughColumns }), ...rest };
}

function passthroughFaults({
  passthroughColumns = [],
  passthroughColumnsSet,
}: PredictionOptions): InputFault[] {
  if (passthroughColumns.some((name) => name === '')) {
    return [{ field: 'passthroughColumns', problem: 'must have no empty name' }];
  }
  if (passthroughColumns.length === 0 || passthroughColumnsSet === undefined) return [];
  const remedy = 'Name columns, or ask for all of them.';
  return [{ field: 'passthroughColumns', problem: 'must not be given together with all columns', remedy }];
}

function timeFaults({
  forecastPoint,
  predictionsStartDate,
  predictionsEndDate,
}: PredictionOptions): InputFault[] {
  const faults: InputFault[] = [];
  if ((predictionsStartDate === undefined) !== (predictionsEndDate === undefined)) {
    const field = predictionsStartDate === undefined ? 'predictionsStartDate' : 'predictionsEndDate';
    faults.push({ field, problem: 'must be given, too', remedy: 'Give both dates or neither.' });
  }
  if (forecastPoint !== undefined && (predictionsStartDate ?? predictionsEndDate) !== undefined) {
    const remedy = 'Forecast from one point, or predict a range of the past.';
    faults.push({ field: 'forecastPoint', problem: 'must not be given together with dates', remedy });
  }
  return faults;
}

/** Without a number of explanations, servers differ in what they make of the other options (`xemp-default-3`). */
function explanationFaults({ maxExplanations, ...options }: PredictionOptions): InputFault[] {
  if (maxExplanations === 'all' && options.explanationAlgorithm === 'xemp') {
    const remedy = 'Give a number, or explain with SHAP.';
    return [{ field: 'maxExplanations', problem: 'must not be all for XEMP', remedy }];
  }
  const about = explanationOptions.find((name) => options[name] !== undefined);
  if (about === undefined || maxExplanations !== undefined) return [];
  const remedy = 'Say how many explanations each row is to have.';
  return [{ field: 'maxExplanations', problem: `must be given with ${about}`, remedy }];
}

const explanationOptions = [
  'explanationAlgorithm',
  'maxNgramExplanations',
  'thresholdHigh',
  'thresholdLow',
  'explanationNumTopClasses',
  'explanationClassNames',
] as const;
