import type { Given } from '../settings/adapter-type.ts';

/** What the vendor takes where nothing is said, as far as it is documented. Source: section 3.6. */
const defaults: Given = {
  abortOnError: true,
  chunkSize: 'auto',
  columnNamesRemapping: {},
  csvSettings: { delimiter: ',', encoding: 'utf-8', quotechar: '"' },
  disableRowLevelErrorHandling: false,
  explanationAlgorithm: null,
  explanationClassNames: [],
  explanationNumTopClasses: null,
  includePredictionStatus: false,
  includeProbabilities: true,
  includeProbabilitiesClasses: [],
  intakeSettings: { type: 'localFile', multipart: false, async: true },
  maxExplanations: 0,
  maxNgramExplanations: null,
  outputSettings: { type: 'localFile' },
  passthroughColumns: [],
  passthroughColumnsSet: null,
  pinnedModelId: null,
  predictionThreshold: null,
  skipDriftTracking: false,
  thresholdHigh: null,
  thresholdLow: null,
  timeseriesSettings: {},
};

/**
 * Whether a job was made by a request: what was asked is what the job shows, and what was not asked is what the vendor takes
 * by itself. Fields that nobody has documented say nothing, nor does what the vendor hides (3.9).
 * @param asked a request, or what another job shows of its own
 * @param shown what the job shows; one that shows nothing could be any
 */
export function sameSettings(asked: Given, shown: Given | undefined): boolean {
  if (shown === undefined) return false;
  const names = new Set([...Object.keys(defaults), ...Object.keys(asked)]);
  return [...names].every((name) =>
    agree(plain(name, asked[name] ?? defaults[name]), plain(name, shown[name] ?? defaults[name])),
  );
}

/** What is shown in place of a secret. Source: section 3.9. */
const hidden = '[redacted]';

function agree(asked: unknown, shown: unknown): boolean {
  if (asked === hidden || shown === hidden) return true;
  if (isNothing(asked)) return isNothing(shown);
  if (Array.isArray(asked))
    return (
      Array.isArray(shown) &&
      asked.length === shown.length &&
      asked.every((one: unknown, at) => agree(one, shown[at]))
    );
  if (isObject(asked))
    return isObject(shown) && Object.entries(asked).every(([name, one]) => agree(one, shown[name]));
  return asked === shown || String(asked) === String(shown);
}

const isNothing = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  value === false ||
  (Array.isArray(value) && value.length === 0) ||
  (isObject(value) && Object.keys(value).length === 0);

const isObject = (value: unknown): value is Given =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Renamed columns have two forms: as an object, and as the vendor shows it, as a list. Source: section 3.6. */
function plain(name: string, value: unknown): unknown {
  if (name === 'csvSettings' && isObject(value)) return { ...(defaults['csvSettings'] as Given), ...value };
  if (name !== 'columnNamesRemapping' || value === undefined || value === null) return value;
  const pairs = Array.isArray(value)
    ? (value as readonly Given[]).map(({ inputName, outputName }) => [inputName, outputName ?? null] as const)
    : Object.entries(value as Given);
  return pairs.map(([from, to]) => JSON.stringify([from, to ?? null])).sort();
}
