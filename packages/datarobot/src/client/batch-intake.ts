/** Where the rows come from; `localFile` is sent by us. */
export interface LocalFileIntake {
  readonly type: 'localFile';
  /** Whether the file comes in parts. @default false */
  readonly multipart?: boolean;
  /** Whether scoring may begin before the file is there whole. @default true */
  readonly async?: boolean;
}

/** Files of a cloud's storage. */
export interface CloudIntake {
  readonly type: 's3' | 'azure' | 'gcp';
  readonly url: string;
  readonly credentialId?: string;
  /** `s3` only. */
  readonly endpointUrl?: string;
  /** @default 'csv' */
  readonly format?: 'csv' | 'parquet';
}

/** What table to read, or by which query. Placeholders in braces are the vendor's to fill in. */
export interface TableIntake {
  readonly query?: string;
  readonly table?: string;
  readonly schema?: string;
  readonly catalog?: string;
}

/** A database. */
export interface JdbcIntake extends TableIntake {
  readonly type: 'jdbc';
  readonly dataStoreId: string;
  readonly credentialId?: string;
}

/** A warehouse that is read through a stage in a cloud's storage. */
export interface SnowflakeIntake extends TableIntake {
  readonly type: 'snowflake';
  readonly dataStoreId: string;
  readonly externalStage: string;
  readonly credentialId?: string;
  /** @default 's3' */
  readonly cloudStorageType?: string;
  readonly cloudStorageCredentialId?: string;
}

/** As {@link SnowflakeIntake}. */
export interface SynapseIntake extends TableIntake {
  readonly type: 'synapse';
  readonly dataStoreId: string;
  readonly externalDataSource: string;
  readonly credentialId?: string;
  readonly cloudStorageCredentialId?: string;
}

export interface BigQueryIntake {
  readonly type: 'bigquery';
  readonly dataset: string;
  readonly table: string;
  readonly bucket: string;
  readonly credentialId?: string;
}

/** Rows that the vendor has or can reach by itself. */
export type HeldIntake =
  | { readonly type: 'http'; readonly url: string }
  | { readonly type: 'dataset'; readonly datasetId: string; readonly datasetVersionId?: string }
  | {
      readonly type: 'dss';
      readonly projectId: string;
      readonly datasetId?: string;
      readonly partition?: 'holdout' | 'validation' | 'allBacktests';
    }
  | { readonly type: 'dataStage'; readonly dataStageId: string }
  | { readonly type: 'fileSystem'; readonly path: string }
  /** Named by the vendor, its fields are not (`datasphere-rejected`). */
  | { readonly type: 'datasphere'; readonly [field: string]: unknown };

/** Every documented intake. Source: section 3.7. */
export type BatchIntake =
  LocalFileIntake | CloudIntake | JdbcIntake | SnowflakeIntake | SynapseIntake | BigQueryIntake | HeldIntake;
