import type { BatchIntake, LocalFileIntake } from './batch-intake.ts';
import type { BatchOutput } from './batch-output.ts';

/** How a CSV file is written. It serves the data and the result. */
export interface CsvSettings {
  /** One character, or the word `tab`. @default ',' */
  readonly delimiter?: string;
  /** A name that Python knows: `utf-8`, `shift_jis`, `latin_1`. @default 'utf-8' */
  readonly encoding?: string;
  /** One character. @default '"' */
  readonly quotechar?: string;
}

/** What explains a score. */
export interface ExplanationSettings {
  /** Explanations for each row, from 0 to 100. @default 0 */
  readonly maxExplanations?: number;
  readonly maxNgramExplanations?: number | 'all';
  readonly explanationAlgorithm?: 'shap' | 'xemp';
  /** Excludes the next one. @default the class that scores best */
  readonly explanationClassNames?: readonly string[];
  /** From 1 to 10. */
  readonly explanationNumTopClasses?: number;
  readonly thresholdHigh?: number;
  readonly thresholdLow?: number;
}

/** What a new batch job is to do. What is left out is the vendor's default. Source: section 3.6. */
export interface BatchRequest extends ExplanationSettings {
  /** One of these three says what scores. */
  readonly deploymentId?: string;
  /** A model of the leaderboard. */
  readonly modelId?: string;
  /** A model of the registry. */
  readonly modelPackageId?: string;
  readonly intakeSettings: BatchIntake;
  readonly outputSettings: BatchOutput;
  readonly csvSettings?: CsvSettings;
  /** Columns of the data that the result repeats. */
  readonly passthroughColumns?: readonly string[];
  /** All of them; wins over the list. */
  readonly passthroughColumnsSet?: 'all';
  /** New names of columns; null drops one. */
  readonly columnNamesRemapping?: Readonly<Record<string, string | null>>;
  /** Adds the column `prediction_status`. @default false */
  readonly includePredictionStatus?: boolean;
  /** @default true */
  readonly includeProbabilities?: boolean;
  /** @default all */
  readonly includeProbabilitiesClasses?: readonly string[];
  readonly predictionThreshold?: number;
  readonly predictionWarningEnabled?: boolean;
  /** Whether too many failed rows end the job. @default true */
  readonly abortOnError?: boolean;
  /** Whether a bad chunk is left as it is, not scored row by row. @default false */
  readonly disableRowLevelErrorHandling?: boolean;
  /** Requests at a time. @default as many as the deployment has cores */
  readonly numConcurrent?: number;
  /** `auto`, `fixed`, `dynamic`, or a number of bytes. @default 'auto' */
  readonly chunkSize?: string | number;
  readonly timeseriesSettings?: Readonly<Record<string, unknown>>;
  readonly predictionInstance?: {
    readonly hostName: string;
    readonly sslEnabled?: boolean;
    readonly datarobotKey?: string;
    readonly apiKey?: string;
  };
  readonly pinnedModelId?: string;
  /** @default false */
  readonly skipDriftTracking?: boolean;
  readonly secondaryDatasetsConfigId?: string;
  readonly batchJobType?: string;
  readonly monitoringBatchPrefix?: string;
  readonly explanationsMode?: string;
}

/** A request whose data are sent by us. */
export interface LocalFileRequest extends BatchRequest {
  readonly intakeSettings: LocalFileIntake;
}
