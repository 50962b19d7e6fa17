/** The documented sources of a batch job, with the fields that each must and may have. */
export const intakeTypes: Readonly<Record<string, AdapterFields>> = {
  localFile: { needs: [], takes: ['multipart', 'async'] },
  s3: { needs: ['url'], takes: ['credentialId', 'endpointUrl', 'format'] },
  azure: { needs: ['url'], takes: ['credentialId', 'format'] },
  gcp: { needs: ['url'], takes: ['credentialId', 'format'] },
  http: { needs: ['url'], takes: [] },
  dataset: { needs: ['datasetId'], takes: ['datasetVersionId'] },
  jdbc: {
    needs: ['dataStoreId'],
    takes: ['credentialId', 'query', 'table', 'schema', 'catalog', 'fetchSize'],
  },
  snowflake: {
    needs: ['dataStoreId', 'externalStage'],
    takes: [
      ...['credentialId', 'cloudStorageType', 'cloudStorageCredentialId'],
      ...['query', 'table', 'schema', 'catalog'],
    ],
  },
  synapse: {
    needs: ['dataStoreId', 'externalDataSource'],
    takes: ['credentialId', 'cloudStorageCredentialId', 'query', 'table', 'schema', 'catalog'],
  },
  bigquery: { needs: ['dataset', 'table', 'bucket'], takes: ['credentialId'] },
  dss: { needs: ['projectId'], takes: ['datasetId', 'partition'] },
  dataStage: { needs: ['dataStageId'], takes: [] },
  fileSystem: { needs: ['path'], takes: [] },
  datasphere: { needs: [], takes: 'anything' },
};

const statement = ['table', 'statementType'];
const whereTo = ['schema', 'catalog', 'credentialId', 'createTableIfNotExists'];
const cloud = ['credentialId', 'format', 'partitionColumns'];

/** The documented sinks of a batch job. */
export const outputTypes: Readonly<Record<string, AdapterFields>> = {
  localFile: { needs: [], takes: [] },
  s3: { needs: ['url'], takes: [...cloud, 'endpointUrl', 'serverSideEncryption'] },
  azure: { needs: ['url'], takes: cloud },
  gcp: { needs: ['url'], takes: cloud },
  http: { needs: ['url', 'method'], takes: ['headers'] },
  jdbc: {
    needs: ['dataStoreId', ...statement],
    takes: [...whereTo, 'updateColumns', 'whereColumns', 'commitInterval'],
  },
  snowflake: {
    needs: ['dataStoreId', 'externalStage', ...statement],
    takes: [...whereTo, 'cloudStorageType', 'cloudStorageCredentialId'],
  },
  synapse: {
    needs: ['dataStoreId', 'externalDataSource', ...statement],
    takes: [...whereTo, 'cloudStorageCredentialId'],
  },
  bigquery: { needs: ['dataset', 'table', 'bucket'], takes: ['credentialId'] },
  tableau: {
    needs: ['url', 'dataSourceId', 'overwrite'],
    takes: ['siteName', 'credentialId', 'contentUrl'],
  },
  fileSystem: { needs: ['path'], takes: [] },
  datasphere: { needs: [], takes: 'anything' },
};

/** What one kind of source or sink must and may say. */
export interface AdapterFields {
  readonly needs: readonly string[];
  readonly takes: readonly string[] | 'anything';
}

/** What is wrong with the settings of a source or a sink; nothing when they are fine. */
export function adapterProblem(
  value: Readonly<Record<string, unknown>>,
  types: Readonly<Record<string, AdapterFields>>,
): string | undefined {
  const { type, ...rest } = value;
  if (type === undefined) return "'type': is required";
  const fields = Object.hasOwn(types, String(type)) ? types[String(type)] : undefined;
  if (fields === undefined) return `'type': value doesn't match any of ${Object.keys(types).join(', ')}`;
  const missing = fields.needs.find((name) => rest[name] === undefined);
  if (missing !== undefined) return `'${missing}': is required`;
  const { takes, needs } = fields;
  if (takes === 'anything') return undefined;
  const unknown = Object.keys(rest).find((name) => !takes.includes(name) && !needs.includes(name));
  return unknown === undefined ? undefined : `'${unknown}': ${unknown} is not allowed key`;
}
