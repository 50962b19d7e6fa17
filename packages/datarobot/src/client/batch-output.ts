import type { BigQueryIntake, SnowflakeIntake, SynapseIntake } from './batch-intake.ts';

/** Files of a cloud's storage. */
export interface CloudOutput {
  readonly type: 's3' | 'azure' | 'gcp';
  readonly url: string;
  readonly credentialId?: string;
  /** `s3` only. */
  readonly endpointUrl?: string;
  /** @default 'csv' */
  readonly format?: 'csv' | 'parquet';
  /** Needed where a Parquet `url` ends in a slash. */
  readonly partitionColumns?: readonly string[];
  /** `s3` only. */
  readonly serverSideEncryption?: Readonly<
    Partial<
      Record<'algorithm' | 'customerAlgorithm' | 'customerKey' | 'kmsEncryptionContext' | 'kmsKeyId', string>
    >
  >;
}

/** How rows are written to a table. */
export interface TableOutput {
  readonly table: string;
  readonly statementType: 'insert' | 'update' | 'insert_update' | 'create_table';
  readonly schema?: string;
  readonly catalog?: string;
  /** @default false */
  readonly createTableIfNotExists?: boolean;
}

export interface JdbcOutput extends TableOutput {
  readonly type: 'jdbc';
  readonly dataStoreId: string;
  readonly credentialId?: string;
  readonly updateColumns?: readonly string[];
  readonly whereColumns?: readonly string[];
  /** Seconds between two commits, from 0 (one commit) to 86400. @default 600 */
  readonly commitInterval?: number;
}

/** A result that something other than a table or a cloud's storage takes. */
export type TakenOutput =
  /** None: the result is downloaded. */
  | { readonly type: 'localFile' }
  | {
      readonly type: 'http';
      readonly url: string;
      readonly method: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | {
      readonly type: 'tableau';
      readonly url: string;
      readonly dataSourceId: string;
      readonly overwrite: boolean;
      readonly siteName?: string;
      readonly credentialId?: string;
    }
  | { readonly type: 'fileSystem'; readonly path: string }
  /** Named by the vendor, its fields are not (`datasphere-rejected`). */
  | { readonly type: 'datasphere'; readonly [field: string]: unknown };

/** Every documented output. Source: section 3.8. */
export type BatchOutput =
  | TakenOutput
  | CloudOutput
  | JdbcOutput
  | (Omit<SnowflakeIntake, 'query'> & TableOutput)
  | (Omit<SynapseIntake, 'query'> & TableOutput)
  | BigQueryIntake;
