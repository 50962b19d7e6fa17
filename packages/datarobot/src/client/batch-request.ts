/** How a CSV file is written. It serves the data and the result. */
export interface CsvSettings {
  /** One character, or the word `tab`. @default ',' */
  readonly delimiter?: string;
  /** A name that Python knows: `utf-8`, `shift_jis`, `latin_1`. @default 'utf-8' */
  readonly encoding?: string;
  /** One character. @default '"' */
  readonly quotechar?: string;
}

/** Where the rows come from; `localFile` is sent by us. */
export interface LocalFileIntake {
  readonly type: 'localFile';
  /** Whether the file comes in parts. @default false */
  readonly multipart?: boolean;
  /** Whether scoring may begin before the file is there whole. @default true */
  readonly async?: boolean;
}

/** What a new batch job is to do. What is left out is the vendor's default. Source: section 3.6. */
export interface BatchRequest {
  readonly deploymentId: string;
  readonly intakeSettings: LocalFileIntake;
  readonly outputSettings: { readonly type: 'localFile' };
  readonly csvSettings?: CsvSettings;
  /** Columns of the data that the result repeats. */
  readonly passthroughColumns?: readonly string[];
  /** All of them; wins over the list. */
  readonly passthroughColumnsSet?: 'all';
  /** Adds the column `prediction_status`. @default false */
  readonly includePredictionStatus?: boolean;
  /** Explanations for each row, from 0 to 100. @default 0 */
  readonly maxExplanations?: number;
  /** Whether too many failed rows end the job. @default true */
  readonly abortOnError?: boolean;
  /** Requests at a time. @default as many as the deployment has cores */
  readonly numConcurrent?: number;
  /** `auto`, `fixed`, `dynamic`, or a number of bytes. @default 'auto' */
  readonly chunkSize?: string | number;
}
