import type { BatchRequest } from '../../client/batch-request.ts';
import type { Given } from './adapter-type.ts';
import { toRemapping } from './remapping.ts';
import { toTimeSeries } from './to-time-series.ts';
import { withoutAbsent } from './without-absent.ts';

/** A request without what it scores, reads and writes. */
export type BatchSettings = Omit<BatchRequest, 'deploymentId' | 'intakeSettings' | 'outputSettings'>;

/** Settings that inputs and vendor have in the same words. */
const sameWords = [
  ...['abortOnError', 'batchJobType', 'disableRowLevelErrorHandling', 'explanationAlgorithm'],
  ...['explanationClassNames', 'explanationNumTopClasses', 'explanationsMode', 'includePredictionStatus'],
  ...['includeProbabilities', 'includeProbabilitiesClasses', 'maxExplanations', 'monitoringBatchPrefix'],
  ...['numConcurrent', 'pinnedModelId', 'predictionThreshold', 'predictionWarningEnabled'],
  ...['secondaryDatasetsConfigId', 'skipDriftTracking', 'thresholdHigh', 'thresholdLow'],
];

/** How a job is to score, in the vendor's words; what is not given is left out. Source: section 3.6. */
export function toSettings(given: Given): BatchSettings {
  const { chunkSize, maxNgramExplanations } = given;
  return withoutAbsent({
    ...Object.fromEntries(sameWords.map((name) => [name, given[name]])),
    chunkSize: numberIfDigits(chunkSize),
    maxNgramExplanations: numberIfDigits(maxNgramExplanations),
    csvSettings: toCsvSettings(given),
    columnNamesRemapping: toRemapping(given['columnNamesRemapping'] as readonly string[] | undefined),
    predictionInstance: toInstance(given),
    timeseriesSettings: toTimeSeries(given),
    ...toPassthrough(given),
  });
}

/** Of both, the vendor lets the set win; to say so here leaves no doubt. */
function toPassthrough({ passthroughAllColumns, passthroughColumns }: Given): Given {
  if (passthroughAllColumns === true) return { passthroughColumnsSet: 'all' };
  const named = passthroughColumns as readonly string[] | undefined;
  return named === undefined || named.length === 0 ? {} : { passthroughColumns: named };
}

function toCsvSettings({ delimiter, encoding, quoteCharacter }: Given): Given | undefined {
  const settings = withoutAbsent({ delimiter, encoding, quotechar: quoteCharacter });
  return Object.keys(settings).length === 0 ? undefined : settings;
}

/** Without its keys: secrets do not come by inputs, but are looked up when it is sent. */
const toInstance = ({ predictionHost, predictionSsl }: Given): Given | undefined =>
  predictionHost === undefined
    ? undefined
    : withoutAbsent({ hostName: predictionHost, sslEnabled: predictionSsl });

const numberIfDigits = (value: unknown): unknown =>
  typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
