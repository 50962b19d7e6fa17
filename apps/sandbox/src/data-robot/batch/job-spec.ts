import { invalid } from '../errors.ts';
import type { DataRobotVariants } from '../variants.ts';
import { checkFields } from './spec-fields.ts';
import type { Fields } from './spec-fields.ts';
import { textCodec } from './text-codec.ts';
import type { TextCodec } from './text-codec.ts';
import type { Dialect } from '../../tables/csv-line.ts';

/** What a batch job is to do, checked and completed with the vendor's defaults. */
export interface JobSpec {
  readonly deploymentId: string;
  readonly multipart: boolean;
  /** Scoring may start before the data are whole. */
  readonly async: boolean;
  readonly dialect: Dialect;
  readonly codec: TextCodec;
  /** The encoding was named, so that bytes which are not UTF-8 are no mistake. */
  readonly encodingGiven: boolean;
  /** `all` or names. */
  readonly passthrough: 'all' | readonly string[];
  readonly includePredictionStatus: boolean;
  readonly includeProbabilities: boolean;
  /** Empty: all of them. */
  readonly includeProbabilitiesClasses: readonly string[];
  readonly maxExplanations: number;
  readonly thresholdHigh?: number;
  readonly thresholdLow?: number;
  readonly predictionThreshold: number;
  readonly abortOnError: boolean;
  /** From name to name; `null` drops the column. */
  readonly remapping: ReadonlyMap<string, string | null>;
  readonly intake: Fields;
  readonly output: Fields;
  /** As it came, to be given again. */
  readonly given: Fields;
  /** As the job object shows it. */
  readonly shown: Fields;
}

/** @throws ApiError 422 for a body that no documented reading allows */
export function readJobSpec(body: unknown, variants: DataRobotVariants): JobSpec {
  const given = checkFields(body);
  const source = { type: 'localFile', ...(given.intakeSettings as Fields) };
  const intake: Fields = source.type === 'localFile' ? { multipart: false, async: true, ...source } : source;
  if (intake.multipart && variants.has('multipart-flag-off'))
    throw invalid('sandbox: multipart uploads are not enabled.');
  const multipart = intake.multipart === true && !variants.has('multipart-flag-ignored');
  const output: Fields = { type: 'localFile', ...(given.outputSettings as Fields) };
  for (const { type, format } of [intake, output]) {
    if (format === 'parquet' && variants.has('no-parquet'))
      throw invalid("'format': value doesn't match any of csv");
    if (type === 'datasphere' && variants.has('datasphere-rejected'))
      throw invalid("'type': datasphere is not supported");
  }
  const csv = { delimiter: ',', encoding: 'utf-8', quotechar: '"', ...(given.csvSettings as Fields) };
  const codec = textCodec(csv.encoding);
  if (codec === undefined) throw invalid(`csvSettings: the sandbox does not know ${csv.encoding}`);
  const remapping = readRemapping(given.columnNamesRemapping);
  const { multipart: _dropped, ...withoutMultipart } = intake;
  return {
    deploymentId: String(given.deploymentId),
    multipart,
    async: intake.async === true,
    intake,
    output,
    given,
    dialect: { delimiter: csv.delimiter === 'tab' ? '\t' : csv.delimiter, quote: csv.quotechar },
    codec,
    encodingGiven: (given.csvSettings as Fields | undefined)?.encoding !== undefined,
    // The set wins over the list
    passthrough: given.passthroughColumnsSet === 'all' ? 'all' : strings(given.passthroughColumns),
    includePredictionStatus: given.includePredictionStatus === true,
    includeProbabilities: given.includeProbabilities !== false,
    includeProbabilitiesClasses: strings(given.includeProbabilitiesClasses),
    maxExplanations: (given.maxExplanations as number | undefined) ?? 0,
    thresholdHigh: (given.thresholdHigh as number | null | undefined) ?? undefined,
    thresholdLow: (given.thresholdLow as number | null | undefined) ?? undefined,
    predictionThreshold: (given.predictionThreshold as number | null | undefined) ?? 0.5,
    abortOnError: given.abortOnError !== false,
    remapping,
    shown: {
      abortOnError: true,
      chunkSize: 'auto',
      disableRowLevelErrorHandling: false,
      includePredictionStatus: false,
      includeProbabilities: true,
      includeProbabilitiesClasses: [],
      maxExplanations: 0,
      skipDriftTracking: false,
      ...given,
      ...(given.columnNamesRemapping === undefined
        ? {}
        : {
            columnNamesRemapping: [...remapping].map(([inputName, outputName]) => ({
              inputName,
              outputName,
            })),
          }),
      ...(given.predictionInstance === undefined
        ? {}
        : { predictionInstance: withoutSecrets(given.predictionInstance as Fields) }),
      csvSettings: csv,
      intakeSettings: variants.has('multipart-flag-ignored') ? withoutMultipart : intake,
      outputSettings: output,
    },
  };
}

function readRemapping(value: unknown): Map<string, string | null> {
  if (value === undefined || value === null) return new Map();
  if (Array.isArray(value)) {
    const pairs = value as readonly { readonly inputName: string; readonly outputName: string | null }[];
    return new Map(pairs.map(({ inputName, outputName }) => [inputName, outputName]));
  }
  return new Map(Object.entries(value as Record<string, string | null>));
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : [];
}

function withoutSecrets(instance: Fields): Fields {
  const secret = ['apiKey', 'datarobotKey'];
  return Object.fromEntries(
    Object.entries(instance).map(([name, value]) => [name, secret.includes(name) ? '[redacted]' : value]),
  );
}
