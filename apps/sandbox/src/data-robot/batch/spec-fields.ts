import { invalid } from '../errors.ts';
import { adapterProblem, intakeTypes, outputTypes } from './adapter-fields.ts';

/** A JSON object as it came. */
export type Fields = Readonly<Record<string, unknown>>;

/** What is wrong with a value; nothing when it is fine. */
type Check = (value: unknown) => string | undefined;

const text: Check = (value) =>
  typeof value === 'string' && value !== '' ? undefined : 'value is not a string';
const flag: Check = (value) => (typeof value === 'boolean' ? undefined : 'value should be True or False');
const integer =
  (least: number, most = Number.MAX_SAFE_INTEGER): Check =>
  (value) => {
    if (!Number.isInteger(value)) return 'value is not int';
    if ((value as number) < least) return `value is less than ${least}`;
    return (value as number) > most ? `value is greater than ${most}` : undefined;
  };
const float =
  (least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY): Check =>
  (value) =>
    typeof value === 'number' && value >= least && value <= most
      ? undefined
      : 'value is not a float in range';
const oneOf =
  (...words: readonly string[]): Check =>
  (value) =>
    words.includes(value as string) ? undefined : `value doesn't match any of ${words.join(', ')}`;
const either =
  (...checks: readonly Check[]): Check =>
  (value) => {
    const reasons = checks.map((check) => check(value));
    return reasons.includes(undefined) ? undefined : reasons[0];
  };
const nullable =
  (check: Check): Check =>
  (value) =>
    value === null ? undefined : check(value);
const list =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) ? value.map(check).find((reason) => reason !== undefined) : 'value is not a list';
const object =
  (fields: Readonly<Record<string, Check>>, required: readonly string[] = [], isOpen = false): Check =>
  (value) => {
    if (!isObject(value)) return 'value is not a dict';
    const missing = required.find((name) => value[name] === undefined);
    return missing === undefined ? problem(value, fields, isOpen) : `'${missing}': is required`;
  };
const mapOf =
  (check: Check): Check =>
  (value) =>
    isObject(value)
      ? Object.values(value)
          .map(check)
          .find((reason) => reason !== undefined)
      : 'value is not a dict';
const untyped: Check = () => undefined;
const oneCharacter: Check = (value) =>
  typeof value === 'string' && [...value].length === 1 ? undefined : 'value is not one character';

const adapter =
  (types: Parameters<typeof adapterProblem>[1]): Check =>
  (value) =>
    isObject(value) ? adapterProblem(value, types) : 'value is not a dict';
const both =
  (...checks: readonly Check[]): Check =>
  (value) =>
    checks.map((check) => check(value)).find((reason) => reason !== undefined);
const remapped = object({ inputName: text, outputName: nullable(text) }, ['inputName']);

/** The documented fields of a new batch job. */
const jobFields: Readonly<Record<string, Check>> = {
  deploymentId: text,
  intakeSettings: both(object({ multipart: flag, async: flag }, [], true), adapter(intakeTypes)),
  outputSettings: adapter(outputTypes),
  csvSettings: object({
    delimiter: either(oneCharacter, oneOf('tab')),
    encoding: text,
    quotechar: oneCharacter,
  }),
  numConcurrent: integer(1),
  chunkSize: either(oneOf('auto', 'fixed', 'dynamic'), integer(1)),
  abortOnError: flag,
  disableRowLevelErrorHandling: flag,
  includePredictionStatus: flag,
  includeProbabilities: flag,
  includeProbabilitiesClasses: list(text),
  maxExplanations: integer(0, 100),
  maxNgramExplanations: nullable(either(integer(0), oneOf('all'))),
  explanationAlgorithm: nullable(oneOf('shap', 'xemp')),
  explanationClassNames: nullable(list(text)),
  explanationNumTopClasses: nullable(integer(1, 10)),
  thresholdHigh: nullable(float()),
  thresholdLow: nullable(float()),
  predictionThreshold: nullable(float(0, 1)),
  predictionWarningEnabled: nullable(flag),
  passthroughColumns: list(text),
  passthroughColumnsSet: oneOf('all'),
  columnNamesRemapping: nullable(either(list(remapped), mapOf(nullable(text)))),
  predictionInstance: object({ hostName: text, sslEnabled: flag, datarobotKey: text, apiKey: text }, [
    'hostName',
  ]),
  timeseriesSettings: untyped,
  pinnedModelId: nullable(text),
  skipDriftTracking: flag,
  secondaryDatasetsConfigId: untyped,
  batchJobType: untyped,
  monitoringBatchPrefix: untyped,
  explanationsMode: untyped,
};

/** The body of a new batch job. @throws ApiError 422 that names the first field that is wrong */
export function checkFields(body: unknown): Fields {
  if (!isObject(body)) throw invalid('sandbox: the body must be a JSON object.');
  const reason = problem(body, jobFields);
  if (reason !== undefined) throw invalid(reason);
  if (body.deploymentId === undefined) throw invalid("'deploymentId': is required");
  const { explanationClassNames, explanationNumTopClasses } = body;
  if (isGiven(explanationClassNames) && isGiven(explanationNumTopClasses))
    throw invalid('sandbox: explanationClassNames and explanationNumTopClasses exclude each other.');
  return body;
}

function problem(value: Fields, fields: Readonly<Record<string, Check>>, isOpen = false): string | undefined {
  for (const [name, each] of Object.entries(value)) {
    const check = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (check === undefined && isOpen) continue;
    const reason = check === undefined ? `${name} is not allowed key` : check(each);
    if (reason !== undefined) return `'${name}': ${reason}`;
  }
  return undefined;
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
