import {
  createCallPort,
  id,
  pageWords,
  perhaps,
  redirectFailure,
  rootUrl,
  wordsOf
} from "./chunk-X3JX7BCP.mjs";
import "./chunk-UQZ7PBHG.mjs";
import "./chunk-2BQPLDF5.mjs";
import "./chunk-FUJSN5NJ.mjs";
import {
  zipContentType
} from "./chunk-UI73M4Y7.mjs";
import {
  camelized,
  readStorageError,
  storageCalls
} from "./chunk-HEJGKSYZ.mjs";
import {
  HttpClient,
  encodeText,
  pathSegment
} from "./chunk-AZCQZNKZ.mjs";
import "./chunk-OHIAI7NE.mjs";
import "./chunk-OQ2WWW7T.mjs";
import "./chunk-OEOLPVA5.mjs";
import "./chunk-F6SUFCMP.mjs";
import "./chunk-LCWEN4EU.mjs";
import "./chunk-O2OEQBPF.mjs";
import "./chunk-3TW3HCV5.mjs";
import {
  array,
  basic,
  bearer,
  boolean,
  intersect,
  jsonFields,
  looseObject,
  minLength,
  number,
  object,
  optional,
  pipe,
  record,
  string,
  transform,
  union,
  unknown,
  url
} from "./chunk-WTLKQS7A.mjs";
import {
  ApiError,
  InputError,
  isApiError
} from "./chunk-VDHEZRE2.mjs";

// packages/abeja/src/client/addresses.ts
var defaultBaseUrl = "https://api.abeja.io";
var words = { credentialRemedy: "Give the user ID and the token in their own fields." };
var baseUrlOf = (given = defaultBaseUrl) => rootUrl(given, { ...words, field: "baseUrl", example: defaultBaseUrl });
function serviceUrlOf(given, baseUrl, organizationId) {
  const field = "serviceBaseUrl";
  const example = "https://1200123565071.api.abeja.io";
  if (given !== void 0) return rootUrl(given, { ...words, field, example });
  const { protocol, host } = new URL(baseUrl);
  const url2 = `${protocol}//${organizationId}.${host}`;
  if (/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/i.test(organizationId) && URL.canParse(url2)) return url2;
  const problem = `is not known: no host can be named after "${organizationId}" and ${host}`;
  throw new InputError([{ field, problem, remedy: `Give it, e.g., ${example}.` }]);
}

// packages/upload/src/storage-client.ts
var storageClient = (options) => {
  const { transport, clock, redact, random, timeoutMs } = options;
  return new HttpClient({ transport, clock, redact, random, timeoutMs, readError: readStorageError });
};

// packages/abeja/src/client/calls.ts
var get = (doing, path, signal, query) => ({
  ...{ doing, method: "GET", path, signal, query }
});
var post = (doing, path, signal, json) => ({
  ...{ doing, method: "POST", path, signal, json }
});
var put = (doing, path, signal, json) => ({
  ...{ doing, method: "PUT", path, signal, json }
});
var patch = (doing, path, signal, json) => ({
  ...{ doing, method: "PATCH", path, signal, json }
});
var remove = (doing, path, signal) => ({
  ...{ doing, method: "DELETE", path, signal }
});

// packages/abeja/src/client/wire/page.ts
var pageOf = (entry) => pipe(
  object({ entries: array(entry), total: perhaps(number()) }),
  transform(({ entries, total }) => ({ entries, total }))
);
var nextToken = perhaps(pipe(string(), minLength(1)));
var archiveQuery = ({ includeArchived = false }) => ({
  filter_archived: includeArchived ? "include_archived" : "exclude_archived"
});

// packages/abeja/src/client/wire/segments.ts
var pathOf = (...segments) => segments.map((segment) => `/${pathSegment(segment)}`).join("");
function checkName(name) {
  const problem = name.trim() === "" ? "must not be empty" : name === "." || name === ".." || name.includes("/") ? 'must have no slash in it, and be neither "." nor ".."' : void 0;
  if (problem === void 0) return name;
  throw new InputError([
    { field: "name", problem, remedy: "Give the name or the ID of the job definition." }
  ]);
}
var definitionPath = (name, ...rest) => `/training/definitions${pathOf(checkName(name), ...rest)}`;

// packages/abeja/src/client/wire/snaked.ts
var snaked = (fields5) => Object.fromEntries(
  Object.entries(fields5).map(([name, value]) => [
    name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    value
  ])
);

// packages/abeja/src/client/data/channels.ts
var channel = camelized({
  channel_id: id,
  name: perhaps(string()),
  description: perhaps(string()),
  display_name: perhaps(string()),
  storage_type: perhaps(string()),
  archived: perhaps(boolean()),
  created_at: perhaps(string()),
  updated_at: perhaps(string())
});
var answer = pipe(
  object({ channel }),
  transform((wire) => wire.channel)
);
var channelsPage = pipe(
  object({ channels: array(channel), has_next: perhaps(boolean()) }),
  transform(({ channels, has_next }) => ({ entries: channels, more: has_next ?? false }))
);
var channelPath = (channelId, ...rest) => `/channels${pathOf(channelId, ...rest)}`;
var channelCalls = (port) => ({
  createChannel: ({ name, description = "", storageType = "datalake" }, signal) => port.json(
    post(`create the channel "${name}"`, "/channels", signal, snaked({ name, description, storageType })),
    answer
  ),
  getChannels: ({ includeArchived, limit, offset }, signal) => port.json(
    get("list the channels", "/channels", signal, { limit, offset, ...archiveQuery({ includeArchived }) }),
    channelsPage
  ),
  getChannel: (channelId, signal) => port.json(get(`read the channel ${channelId}`, channelPath(channelId), signal), answer),
  updateChannel: (channelId, change, signal) => port.json(
    patch(`change the channel ${channelId}`, channelPath(channelId), signal, change),
    optional(answer)
  ),
  archiveChannel: (channelId, signal) => port.send(post(`archive the channel ${channelId}`, channelPath(channelId, "archive"), signal)),
  unarchiveChannel: (channelId, signal) => port.send(
    post(`take the channel ${channelId} out of the archive`, channelPath(channelId, "unarchive"), signal)
  )
});

// packages/abeja/src/client/serving/deployments.ts
var deployment = camelized({
  deployment_id: id,
  name: perhaps(string()),
  description: perhaps(string()),
  default_environment: perhaps(record(string(), unknown())),
  created_at: perhaps(string()),
  modified_at: perhaps(string())
});
var deploymentPath = (deploymentId, ...rest) => `/deployments${pathOf(deploymentId, ...rest)}`;
var deploymentCalls = (port) => ({
  createDeployment: ({ name, description = "" }, signal) => port.json(
    post(`create the deployment "${name}"`, "/deployments", signal, { name, description }),
    deployment
  ),
  getDeployments: (signal) => port.json(get("list the deployments", "/deployments", signal), pageOf(deployment)),
  getDeployment: (deploymentId, signal) => port.json(get(`read the deployment ${deploymentId}`, deploymentPath(deploymentId), signal), deployment),
  updateDeployment: (deploymentId, { name }, signal) => port.json(
    patch(`rename the deployment ${deploymentId}`, deploymentPath(deploymentId), signal, { name }),
    optional(deployment)
  ),
  deleteDeployment: (deploymentId, signal) => port.send(remove(`delete the deployment ${deploymentId}`, deploymentPath(deploymentId), signal))
});

// packages/abeja/src/client/wire/environment.ts
var environmentTexts = (environment) => environment && Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, String(value)]));

// packages/abeja/src/client/wire/presigned-url.ts
var secretUrl = pipe(string(), url());
async function presignedUrl(port, call, hideUrl) {
  const { download_uri: url2 } = await port.json(call, object({ download_uri: secretUrl }));
  hideUrl(url2);
  return url2;
}

// packages/abeja/src/client/serving/code-versions.ts
var fields = {
  version_id: id,
  version: perhaps(string()),
  deployment_id: perhaps(id),
  handler: perhaps(string()),
  image: perhaps(string()),
  user_parameters: perhaps(record(string(), unknown())),
  created_at: perhaps(string()),
  modified_at: perhaps(string())
};
var codeVersion = camelized(fields);
var waitingVersion = camelized({ ...fields, upload_url: secretUrl });
var codeVersionCalls = (port, hideUrl) => ({
  async createCodeVersion(deploymentId, { userParameters, ...settings }, signal) {
    const doing = `create version ${settings.version} of the deployment ${deploymentId}`;
    const made = await port.json(
      post(doing, deploymentPath(deploymentId, "versions"), signal, {
        ...settings,
        user_parameters: environmentTexts(userParameters)
      }),
      waitingVersion
    );
    hideUrl(made.uploadUrl);
    return made;
  },
  createCodeVersionFromGit: (deploymentId, from, signal) => port.json(
    post(
      `create version ${from.version} of the deployment ${deploymentId} from a repository`,
      deploymentPath(deploymentId, "git", "versions"),
      signal,
      snaked(from)
    ),
    codeVersion
  ),
  getCodeVersions: (deploymentId, signal) => port.json(
    get(
      `list the versions of the deployment ${deploymentId}`,
      deploymentPath(deploymentId, "versions"),
      signal
    ),
    pageOf(codeVersion)
  ),
  getCodeVersion: (deploymentId, versionId, signal) => port.json(
    get(`read the code version ${versionId}`, deploymentPath(deploymentId, "versions", versionId), signal),
    codeVersion
  ),
  deleteCodeVersion: (deploymentId, versionId, signal) => port.send(
    remove(
      `delete the code version ${versionId}`,
      deploymentPath(deploymentId, "versions", versionId),
      signal
    )
  ),
  getCodeVersionUrl: (deploymentId, versionId, signal) => presignedUrl(
    port,
    get(
      `get the address of the code version ${versionId}`,
      deploymentPath(deploymentId, "versions", versionId, "download"),
      signal
    ),
    hideUrl
  )
});

// packages/abeja/src/client/credentials.ts
function authorizerOf(given, secrets) {
  const user = pairOf(given, "userId", "personalAccessToken");
  const datasource = pairOf(given, "datasourceId", "datasourceSecret");
  const bearerToken = given.bearerToken?.trim() || void 0;
  const kinds = [user, datasource, bearerToken].filter((one) => one !== void 0).length;
  if (kinds !== 1) throw kinds === 0 ? refuse("must not be empty") : refuse("must be of one kind only");
  if (user) return basic(withPrefix("user-", user.id), user.secret, secrets);
  if (datasource) return basic(withPrefix("datasource-", datasource.id), datasource.secret, secrets);
  return bearer(bearerToken ?? "", secrets);
}
var refuse = (problem) => new InputError([
  {
    field: "credentials",
    problem,
    remedy: "Give a user ID with its personal access token, or a data source ID with its secret, or a bearer token."
  }
]);
function pairOf(given, idField, secretField) {
  const id2 = given[idField]?.trim() ?? "";
  const secret = given[secretField]?.trim() ?? "";
  if (id2 === "" && secret === "") return void 0;
  const missing = id2 === "" ? idField : secret === "" ? secretField : void 0;
  if (missing !== void 0) throw new InputError([{ field: missing, problem: "must not be empty" }]);
  return { id: id2, secret };
}
var withPrefix = (prefix2, id2) => id2.startsWith(prefix2) ? id2 : `${prefix2}${id2}`;

// packages/abeja/src/client/data/metadata.ts
var prefix = "x-abeja-meta-";
var encode = (text) => encodeText(text).replace(/[()]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
var metadataOnWire = (metadata = {}) => Object.fromEntries(
  Object.entries(metadata).map(([key, value]) => [
    `${prefix}${encode(key)}`.toLowerCase(),
    encodeText(value)
  ])
);
var metadataOf = (wire) => Object.fromEntries(
  Object.entries(wire).map(([name, value]) => [
    decode(name.toLowerCase().startsWith(prefix) ? name.slice(prefix.length) : name),
    decode(String(value))
  ])
);
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// packages/abeja/src/client/data/datalake-file.ts
var fields2 = {
  file_id: id,
  content_type: perhaps(string()),
  metadata: perhaps(pipe(record(string(), unknown()), transform(metadataOf))),
  lifetime: perhaps(string()),
  uploaded_at: perhaps(string()),
  url_expires_on: perhaps(string()),
  download_uri: perhaps(secretUrl)
};
var datalakeFile = camelized(fields2);
var waitingFile = camelized({ ...fields2, upload_url: secretUrl });

// packages/abeja/src/client/data/datalake-files.ts
var headersOf = ({ contentType, metadata }) => ({
  ...metadataOnWire(metadata),
  "content-type": contentType ?? "application/octet-stream"
});
var filesPage = object({ files: array(datalakeFile), next_page_token: nextToken });
function datalakeFileCalls(port, hideUrl) {
  const fileOf = (channelId, ...rest) => `/channels${pathOf(channelId, ...rest)}`;
  const hidden = (file) => {
    if (file.downloadUri !== void 0) hideUrl(file.downloadUri);
    return file;
  };
  return {
    async uploadFile(channelId, upload, signal) {
      const { source, lifetime, conflictTarget, onBytesTaken, contentType = source.contentType } = upload;
      const call = {
        ...post(`upload "${source.name}" to the channel ${channelId}`, fileOf(channelId, "upload"), signal),
        query: { lifetime, conflict_target: conflictTarget },
        headers: headersOf({ ...upload, contentType }),
        body: { kind: "stream", source },
        onBytesTaken
      };
      return hidden(await port.json(call, datalakeFile));
    },
    async createFileUpload(channelId, facts, signal) {
      const call = post(`get an upload address in the channel ${channelId}`, fileOf(channelId), signal);
      const file = await port.json({ ...call, headers: headersOf(facts) }, waitingFile);
      hideUrl(file.uploadUrl);
      return file;
    },
    async getFiles(channelId, { nextToken: token, timezone, ...filter }, signal) {
      const isDated = filter.start !== void 0 || filter.end !== void 0;
      const query = token === void 0 ? { ...filter, timezone: isDated ? timezone : void 0 } : { nextPageToken: token };
      const { files, next_page_token } = await port.json(
        get(`list the files of the channel ${channelId}`, fileOf(channelId), signal, snaked(query)),
        filesPage
      );
      return { entries: files.map(hidden), nextToken: next_page_token };
    },
    getFile: async (channelId, fileId, signal) => hidden(
      await port.json(get(`read the file ${fileId}`, fileOf(channelId, fileId), signal), datalakeFile)
    ),
    deleteFile: (channelId, fileId, signal) => port.send(remove(`delete the file ${fileId}`, fileOf(channelId, fileId), signal)),
    setFileMetadata: (channelId, fileId, metadata, signal) => port.send(
      put(
        `set the metadata of the file ${fileId}`,
        fileOf(channelId, fileId, "metadata"),
        signal,
        metadataOnWire(metadata)
      )
    ),
    setFileLifetime: (channelId, fileId, lifetime, signal) => port.send(
      put(`set the lifetime of the file ${fileId}`, fileOf(channelId, fileId, "lifetime"), signal, {
        lifetime
      })
    )
  };
}

// packages/abeja/src/client/data/datasets.ts
var dataset = camelized({
  dataset_id: id,
  name: perhaps(string()),
  type: perhaps(string()),
  props: perhaps(record(string(), unknown())),
  organization_id: perhaps(id),
  total_count: perhaps(number()),
  created_at: perhaps(string()),
  updated_at: perhaps(string())
});
var datasetPath = (datasetId, ...rest) => `/datasets${pathOf(datasetId, ...rest)}`;
var datasetCalls = (port) => ({
  createDataset: ({ name, type, props }, signal) => port.json(post(`create the dataset "${name}"`, "/datasets", signal, { name, type, props }), dataset),
  async getDatasets({ maxResults, nextToken: nextToken2 }, signal) {
    const query = { max_results: maxResults, next_token: nextToken2 };
    const entries = await port.json(get("list the datasets", "/datasets", signal, query), array(dataset));
    const isWhole = maxResults === void 0 || entries.length < maxResults;
    return { entries, nextToken: isWhole ? void 0 : entries.at(-1)?.datasetId };
  },
  getDataset: (datasetId, signal) => port.json(get(`read the dataset ${datasetId}`, datasetPath(datasetId), signal), dataset),
  deleteDataset: (datasetId, signal) => port.send(remove(`delete the dataset ${datasetId}`, datasetPath(datasetId), signal))
});

// packages/abeja/src/client/data/dataset-items.ts
var fields3 = record(string(), unknown());
var item = camelized({
  dataset_item_id: id,
  dataset_id: perhaps(id),
  source_data: perhaps(array(fields3)),
  attributes: perhaps(fields3),
  organization_id: perhaps(id),
  created_at: perhaps(string()),
  updated_at: perhaps(string())
});
var itemsPage = object({
  items: array(item),
  total_count: perhaps(number()),
  next_page_token: nextToken
});
var anyItems = optional(
  union([
    array(item),
    pipe(
      item,
      transform((one) => [one])
    ),
    pipe(
      fields3,
      transform((wire) => Object.values(wire).find((value) => Array.isArray(value))),
      optional(array(item), [])
    )
  ]),
  []
);
var onWire = ({ sourceData, attributes }) => ({
  source_data: sourceData.map(({ dataUri, dataType, height, width }) => ({
    ...{ data_uri: dataUri, data_type: dataType, height, width }
  })),
  attributes
});
var idOnWire = (itemId) => /^\d+$/.test(itemId) && Number.isSafeInteger(Number(itemId)) ? Number(itemId) : itemId;
function datasetItemCalls(port) {
  const pathOf2 = (datasetId, ...rest) => datasetPath(datasetId, "items", ...rest);
  return {
    addDatasetItems: (datasetId, items, signal) => {
      const [first, ...others] = items.map(onWire);
      return port.json(
        post(
          `add ${items.length} items to the dataset ${datasetId}`,
          pathOf2(datasetId),
          signal,
          others.length === 0 ? first : [first, ...others]
        ),
        anyItems
      );
    },
    async getDatasetItems(datasetId, { q, nextToken: token }, signal) {
      const query = { q, next_page_token: token };
      const { items, total_count, next_page_token } = await port.json(
        get(`list the items of the dataset ${datasetId}`, pathOf2(datasetId), signal, query),
        itemsPage
      );
      return { entries: items, total: total_count, nextToken: next_page_token };
    },
    getDatasetItem: (datasetId, itemId, signal) => port.json(get(`read the item ${itemId}`, pathOf2(datasetId, itemId), signal), item),
    updateDatasetItem: (datasetId, itemId, attributes, signal) => port.json(
      put(`change the item ${itemId}`, pathOf2(datasetId, itemId), signal, { attributes }),
      optional(item)
    ),
    updateDatasetItems: (datasetId, items, signal) => port.json(
      put(
        `change ${items.length} items of the dataset ${datasetId}`,
        pathOf2(datasetId),
        signal,
        items.map(({ itemId, attributes }) => ({ dataset_item_id: idOnWire(itemId), attributes }))
      ),
      anyItems
    ),
    deleteDatasetItem: (datasetId, itemId, signal) => port.send(remove(`delete the item ${itemId}`, pathOf2(datasetId, itemId), signal))
  };
}

// packages/abeja/src/client/data/datasources.ts
var fields4 = record(string(), unknown());
var list = union([
  array(fields4),
  pipe(
    fields4,
    transform((wire) => Object.values(wire).find((value) => Array.isArray(value)) ?? []),
    array(fields4)
  )
]);
function datasourceCalls(port, hide) {
  const pathOf2 = (channelId, ...rest) => channelPath(channelId, "datasources", ...rest);
  const withoutSecret = (wire) => {
    const isSecret = ([name]) => /secret/i.test(name);
    for (const [, value] of Object.entries(wire).filter(isSecret)) hide(String(value));
    return Object.fromEntries(Object.entries(wire).filter((field) => !isSecret(field)));
  };
  return {
    addDatasource: (channelId, datasourceId, signal) => port.send(
      put(
        `tie the data source ${datasourceId} to the channel ${channelId}`,
        pathOf2(channelId, datasourceId),
        signal
      )
    ),
    getDatasources: async (channelId, signal) => (await port.json(
      get(`list the data sources of the channel ${channelId}`, pathOf2(channelId), signal),
      list
    )).map(withoutSecret),
    getDatasource: async (channelId, datasourceId, signal) => withoutSecret(
      await port.json(
        get(`read the data source ${datasourceId}`, pathOf2(channelId, datasourceId), signal),
        fields4
      )
    ),
    removeDatasource: (channelId, datasourceId, signal) => port.send(
      remove(
        `part the data source ${datasourceId} from the channel ${channelId}`,
        pathOf2(channelId, datasourceId),
        signal
      )
    )
  };
}

// packages/abeja/src/client/training/explain-training-gone.ts
var explainTrainingGone = async (answer2) => {
  try {
    return await answer2;
  } catch (error) {
    if (!isApiError(error) || error.code !== "not-found") throw error;
    const { message } = error;
    const remedy = "Check the organization and the base URL; if both are right, training may not be offered to this organization.";
    throw new ApiError({ ...error, message, remedy, cause: error });
  }
};

// packages/abeja/src/client/wire/either-name.ts
var eitherName = (field, names, schema) => pipe(
  record(string(), unknown()),
  transform((wire) => ({
    ...wire,
    [field]: names.map((name) => wire[name]).find((value) => (value ?? "") !== "")
  })),
  schema
);

// packages/abeja/src/client/wire/person.ts
var person = camelized({
  id,
  email: perhaps(string()),
  display_name: perhaps(string()),
  role: perhaps(string())
});

// packages/abeja/src/client/training/metrics.ts
var metric = union([number(), string()]);
function metricsOnWire(value) {
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(metricsOnWire);
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, metricsOnWire(one)]));
}

// packages/abeja/src/client/training/statistics.ts
var statistics = pipe(
  looseObject({
    num_epochs: perhaps(number()),
    epoch: perhaps(number()),
    progress_percentage: perhaps(metric),
    stages: perhaps(record(string(), perhaps(record(string(), perhaps(metric)))))
  }),
  transform(({ num_epochs, epoch, progress_percentage, stages, ...others }) => ({
    numEpochs: num_epochs,
    epoch,
    progressPercentage: progress_percentage,
    stages: stages && mapped(stages, (figures) => figures && mapped(figures, (figure) => figure)),
    others
  }))
);
var statisticsOnWire = ({
  numEpochs,
  epoch,
  progressPercentage,
  stages,
  others
}) => ({
  num_epochs: numEpochs,
  epoch,
  progress_percentage: progressPercentage,
  stages,
  ...others
});
var mapped = (fields5, change) => Object.fromEntries(
  Object.entries(fields5).flatMap(([name, value]) => {
    const changed = change(value);
    return changed === void 0 ? [] : [[name, changed]];
  })
);

// packages/abeja/src/client/training/job.ts
var job = eitherName(
  "job_id",
  ["training_job_id", "id"],
  camelized({
    job_id: id,
    job_definition_id: perhaps(id),
    job_definition_version: perhaps(number()),
    status: string(),
    status_message: perhaps(string()),
    instance_type: perhaps(string()),
    exec_env: perhaps(string()),
    environment: perhaps(record(string(), unknown())),
    user_parameters: perhaps(record(string(), unknown())),
    datasets: perhaps(record(string(), id)),
    statistics: perhaps(statistics),
    description: perhaps(string()),
    archived: perhaps(boolean()),
    start_time: perhaps(string()),
    completion_time: perhaps(string()),
    created_at: perhaps(string()),
    modified_at: perhaps(string()),
    creator: perhaps(person)
  })
);

// packages/abeja/src/client/training/version.ts
var version = camelized({
  job_definition_id: perhaps(id),
  job_definition_version: number(),
  handler: perhaps(string()),
  image: perhaps(string()),
  environment: perhaps(record(string(), unknown())),
  user_parameters: perhaps(record(string(), unknown())),
  datasets: perhaps(record(string(), id)),
  description: perhaps(string()),
  archived: perhaps(boolean()),
  created_at: perhaps(string()),
  modified_at: perhaps(string())
});

// packages/abeja/src/client/training/definitions.ts
var definition = camelized({
  job_definition_id: id,
  name: perhaps(string()),
  organization_id: perhaps(id),
  versions: perhaps(array(version)),
  version_count: perhaps(number()),
  model_count: perhaps(number()),
  notebook_count: perhaps(number()),
  tensorboard_count: perhaps(number()),
  jobs: perhaps(array(job)),
  archived: perhaps(boolean()),
  created_at: perhaps(string()),
  modified_at: perhaps(string())
});
var collection = "/training/definitions";
var definitionCalls = (port) => ({
  createDefinition: (name, signal) => explainTrainingGone(
    port.json(
      post(`create the job definition "${name}"`, collection, signal, { name: checkName(name) }),
      definition
    )
  ),
  getDefinitions: ({ includeArchived, ...page }, signal) => explainTrainingGone(
    port.json(
      get("list the job definitions", collection, signal, {
        ...archiveQuery({ includeArchived }),
        ...page
      }),
      pageOf(definition)
    )
  ),
  getDefinition: (name, { includeJobs = false }, signal) => port.json(
    get(`read the job definition "${name}"`, definitionPath(name), signal, { include_jobs: includeJobs }),
    definition
  ),
  deleteDefinition: (name, signal) => port.send(remove(`delete the job definition "${name}"`, definitionPath(name), signal)),
  archiveDefinition: (name, signal) => port.send(post(`archive the job definition "${name}"`, definitionPath(name, "archive"), signal, {})),
  unarchiveDefinition: (name, signal) => port.send(
    post(
      `take the job definition "${name}" out of the archive`,
      definitionPath(name, "unarchive"),
      signal,
      {}
    )
  )
});

// packages/abeja/src/client/serving/endpoints.ts
var endpoint = camelized({
  endpoint_id: id,
  custom_alias: perhaps(string()),
  service_id: id
});
function endpointCalls(port) {
  const pathOf2 = (deploymentId, ...rest) => deploymentPath(deploymentId, "endpoints", ...rest);
  return {
    createEndpoint: (deploymentId, { serviceId, customAlias }, signal) => port.json(
      post(`create the endpoint "${customAlias}"`, pathOf2(deploymentId), signal, {
        service_id: serviceId,
        custom_alias: customAlias
      }),
      endpoint
    ),
    getEndpoints: (deploymentId, signal) => port.json(
      get(`list the endpoints of the deployment ${deploymentId}`, pathOf2(deploymentId), signal),
      pageOf(endpoint)
    ),
    getEndpoint: (deploymentId, alias, signal) => port.json(get(`read the endpoint "${alias}"`, pathOf2(deploymentId, alias), signal), endpoint),
    pointEndpoint: (deploymentId, alias, { serviceId }, signal) => port.send(
      patch(
        `point the endpoint "${alias}" to the service ${serviceId}`,
        pathOf2(deploymentId, alias),
        signal,
        {
          service_id: serviceId
        }
      )
    ),
    deleteEndpoint: (deploymentId, alias, signal) => port.send(remove(`delete the endpoint "${alias}"`, pathOf2(deploymentId, alias), signal))
  };
}

// packages/abeja/src/client/hide-answer-secrets.ts
var keys = /("(?:token|secret)"\s*:\s*")[^"]*/gi;
var hideAnswerSecrets = (text) => text.replace(keys, "$1***");

// packages/abeja/src/client/serving/inference.ts
var inferenceCalls = (portOf) => ({
  async callService({ deploymentId, alias, serviceId }, { body, contentType, onBytesTaken }, signal) {
    const below = serviceId === void 0 ? alias === void 0 ? [] : [alias] : ["services", serviceId];
    return portOf().download({
      doing: `call ${serviceId === void 0 ? `the deployment ${deploymentId}` : `the service ${serviceId}`}`,
      method: "POST",
      path: deploymentPath(deploymentId, ...below),
      headers: { accept: "*/*", "content-type": contentType },
      body,
      signal,
      onBytesTaken
    });
  }
});

// packages/abeja/src/client/wire/log-page.ts
var logPage = camelized({
  events: array(object({ message: string(), timestamp: perhaps(string()) })),
  next_backward_token: nextToken,
  next_forward_token: nextToken
});
var logQuery = (request) => snaked(request);

// packages/abeja/src/client/training/jobs.ts
var jobOnWire = (settings) => snaked({ ...settings, environment: environmentTexts(settings.environment) });
var jobCalls = (port) => ({
  createJob: (name, version2, settings, signal) => port.json(
    post(
      `start a training job of version ${version2} of "${name}"`,
      definitionPath(name, "versions", version2, "jobs"),
      signal,
      jobOnWire(settings)
    ),
    job
  ),
  getJobs: (name, { includeArchived, limit, offset }, signal) => port.json(
    get(`list the training jobs of "${name}"`, definitionPath(name, "jobs"), signal, {
      ...{ limit, offset },
      ...archiveQuery({ includeArchived })
    }),
    pageOf(job)
  ),
  getJob: (name, jobId, signal) => port.json(get(`read the training job ${jobId}`, definitionPath(name, "jobs", jobId), signal), job),
  stopJob: (name, jobId, signal) => port.send(post(`stop the training job ${jobId}`, definitionPath(name, "jobs", jobId, "stop"), signal)),
  archiveJob: (name, jobId, signal) => port.send(
    post(`archive the training job ${jobId}`, definitionPath(name, "jobs", jobId, "archive"), signal, {})
  ),
  unarchiveJob: (name, jobId, signal) => port.send(
    post(
      `take the training job ${jobId} out of the archive`,
      definitionPath(name, "jobs", jobId, "unarchive"),
      signal,
      {}
    )
  ),
  getJobLogs: (name, jobId, request, signal) => port.json(
    get(
      `read the log of the training job ${jobId}`,
      definitionPath(name, "jobs", jobId, "recentlogs"),
      signal,
      logQuery(request)
    ),
    logPage
  )
});

// packages/abeja/src/client/limits.ts
var defaultTimeouts = {
  jsonMs: 3e4,
  uploadMs: 6e4,
  downloadMs: 6e4
};

// packages/abeja/src/client/training/local-jobs.ts
var localJob = intersect([job, object({ token: perhaps(string()) })]);
function localJobCalls({ port, portWith, hide, hideUrl }) {
  const asJob = async (token, send) => {
    if (token === void 0) return send(port);
    try {
      return await send(portWith(token));
    } catch (error) {
      if (!isApiError(error) || error.code !== "unauthorized") throw error;
      return send(port);
    }
  };
  const pathOf2 = ({ name, jobId }, ...rest) => definitionPath(name, "jobs", jobId, ...rest);
  return {
    async createLocalJob(name, version2, { environment, userParameters, ...settings }, signal) {
      const made = await port.json(
        post(
          `tell of a local job of version ${version2} of "${name}"`,
          definitionPath(name, "versions", version2, "jobs"),
          signal,
          {
            exec_env: "local",
            ...snaked(settings),
            environment: environmentTexts(environment),
            user_parameters: environmentTexts(userParameters)
          }
        ),
        localJob
      );
      if (made.token !== void 0) hide(made.token);
      return made;
    },
    setLocalJobState: (ref, state, signal) => asJob(
      ref.token,
      (own) => own.send(
        put(
          `set the local job ${ref.jobId} to ${state.status}`,
          pathOf2(ref, "status"),
          signal,
          snaked(state)
        )
      )
    ),
    sendLocalJobLogs: (ref, logs, signal) => asJob(
      ref.token,
      (own) => own.send(
        post(`send the log of the local job ${ref.jobId}`, pathOf2(ref, "logs"), signal, {
          logs: logs.map(({ message, timestampMs }) => ({ message, timestamp: timestampMs }))
        })
      )
    ),
    getLocalJob: (ref, signal) => asJob(ref.token, (own) => own.json(get(`read the local job ${ref.jobId}`, pathOf2(ref), signal), job)),
    createResultUpload: (ref, signal) => asJob(ref.token, async (own) => {
      const call = post(`get where to put the result of ${ref.jobId}`, pathOf2(ref, "result"), signal);
      const { uri } = await own.json(call, object({ uri: secretUrl }));
      hideUrl(uri);
      return uri;
    })
  };
}

// packages/abeja/src/client/wire/form-of.ts
var formOf = (file, parameters) => ({
  kind: "form",
  parts: [
    file,
    {
      name: "parameters",
      value: JSON.stringify(parameters),
      fileName: "params.json",
      contentType: "application/json"
    }
  ]
});

// packages/abeja/src/client/training/models.ts
var model = eitherName(
  "model_id",
  ["training_model_id", "id"],
  camelized({
    model_id: id,
    job_definition_id: perhaps(id),
    training_job_id: perhaps(id),
    user_parameters: perhaps(record(string(), unknown())),
    environment: perhaps(record(string(), unknown())),
    metrics: perhaps(record(string(), perhaps(metric))),
    description: perhaps(string()),
    exec_env: perhaps(string()),
    archived: perhaps(boolean()),
    user: perhaps(person),
    created_at: perhaps(string()),
    modified_at: perhaps(string())
  })
);
var modelCalls = (port, hideUrl) => ({
  getModels: (name, { includeArchived, ...page }, signal) => port.json(
    get(`list the models of "${name}"`, definitionPath(name, "models"), signal, {
      ...archiveQuery({ includeArchived }),
      ...page
    }),
    pageOf(model)
  ),
  createModel: (name, { source, userParameters, metrics, onBytesTaken, ...rest }, signal) => {
    const parameters = {
      ...snaked(rest),
      user_parameters: environmentTexts(userParameters),
      metrics: metricsOnWire(metrics)
    };
    const fileName = "model_data.zip";
    return port.json(
      {
        ...post(`upload "${source.name}" as a model of "${name}"`, definitionPath(name, "models"), signal),
        body: formOf(
          { name: "model_data", value: source, fileName, contentType: zipContentType },
          parameters
        ),
        onBytesTaken
      },
      model
    );
  },
  getModel: (name, modelId, signal) => port.json(get(`read the model ${modelId}`, definitionPath(name, "models", modelId), signal), model),
  updateModel: (name, modelId, { description }, signal) => port.json(
    patch(`describe the model ${modelId}`, definitionPath(name, "models", modelId), signal, {
      description
    }),
    optional(model)
  ),
  getModelUrl: (name, modelId, signal) => presignedUrl(
    port,
    get(
      `get the address of the model ${modelId}`,
      definitionPath(name, "models", modelId, "download"),
      signal
    ),
    hideUrl
  ),
  archiveModel: (name, modelId, signal) => port.send(
    post(`archive the model ${modelId}`, definitionPath(name, "models", modelId, "archive"), signal)
  ),
  unarchiveModel: (name, modelId, signal) => port.send(
    post(
      `take the model ${modelId} out of the archive`,
      definitionPath(name, "models", modelId, "unarchive"),
      signal
    )
  )
});

// packages/abeja/src/client/organization.ts
var organization = camelized({ id, name: perhaps(string()) });
var organizationCalls = (port) => ({
  getOrganization: (signal) => port.json(get("read the organization", "", signal), organization)
});

// packages/abeja/src/client/read-failure.ts
function readFailure({ status, headers, text }) {
  if (status >= 200 && status < 300) return void 0;
  if (status >= 300 && status < 400) return redirectFailure(headers["location"], "the base URL");
  const body = jsonFields(text);
  const error = body?.["error"];
  const said = [body?.["error_description"], body?.["error_detail"]].map((part) => wordsOf(part));
  const words2 = said.filter((part) => part !== "").join("; ");
  return {
    ...typeof error === "string" && { vendorCode: error },
    vendorMessage: words2 !== "" ? words2 : body ? withoutError(body) : pageWords(text),
    remedy: remedies[status]
  };
}
var withoutError = ({ error, ...rest }) => wordsOf(typeof error === "string" ? rest : { error, ...rest });
var remedies = {
  401: "Check the credential: the ID and the secret must belong together, and to this organization.",
  403: "Check the role in the organization: a Regular member may only look. A job that has ended cannot be stopped, either.",
  404: "Check the name or the ID and the organization: it may have been deleted, or belong to another organization.",
  405: "Check the base URL: the server knows the address, but not for this.",
  409: "Look at what is there already: something of this name or with this value exists.",
  429: "Wait, then try again with fewer requests at a time."
};

// packages/abeja/src/client/training/results.ts
var result = object({
  artifacts: perhaps(object({ complete: perhaps(object({ uri: perhaps(secretUrl) })) })),
  download_uri: perhaps(secretUrl)
});
var resultCalls = (port, hideUrl) => ({
  async getResultUrl(name, jobId, signal) {
    const path = definitionPath(name, "jobs", jobId, "result");
    const call = get(`get the result of the training job ${jobId}`, path, signal);
    const answer2 = await port.json(call, optional(result)).catch(noResult);
    const url2 = answer2?.artifacts?.complete?.uri ?? answer2?.download_uri;
    if (url2 !== void 0) hideUrl(url2);
    return url2;
  },
  updateStatistics: (name, jobId, statistics2, signal) => port.send(
    post(
      `tell the statistics of the training job ${jobId}`,
      definitionPath(name, "jobs", jobId, "statistics"),
      signal,
      { statistics: metricsOnWire(statisticsOnWire(statistics2)) }
    )
  )
});
function noResult(error) {
  if (!isApiError(error) || error.code !== "not-found") throw error;
}

// packages/abeja/src/client/serving/service.ts
var servedModel = union([
  pipe(
    id,
    transform((modelId) => ({ modelId, jobDefinitionId: void 0 }))
  ),
  camelized({ model_id: id, job_definition_id: perhaps(id) })
]);
var service = camelized({
  service_id: id,
  deployment_id: perhaps(id),
  models: perhaps(record(string(), servedModel)),
  model_version: perhaps(string()),
  model_version_id: perhaps(id),
  status: string(),
  instance_number: perhaps(number()),
  min_instance_number: perhaps(number()),
  max_instance_number: perhaps(number()),
  enable_autoscale: perhaps(boolean()),
  instance_type: perhaps(string()),
  metrics_url: perhaps(string()),
  user_env_vars: perhaps(record(string(), unknown())),
  record_channel_id: perhaps(id),
  created_at: perhaps(string()),
  modified_at: perhaps(string())
});

// packages/abeja/src/client/serving/services.ts
var modelsOf = (modelId) => modelId === void 0 ? void 0 : { alias: modelId };
function serviceCalls(port) {
  const pathOf2 = (deploymentId, serviceId, ...rest) => deploymentPath(deploymentId, "services", serviceId, ...rest);
  return {
    createService: (deploymentId, { modelId, environment, ...settings }, signal) => port.json(
      post(
        `create a service of the deployment ${deploymentId}`,
        deploymentPath(deploymentId, "services"),
        signal,
        { ...snaked(settings), models: modelsOf(modelId), environment: environmentTexts(environment) }
      ),
      service
    ),
    getServices: (deploymentId, signal) => port.json(
      get(
        `list the services of the deployment ${deploymentId}`,
        deploymentPath(deploymentId, "services"),
        signal
      ),
      pageOf(service)
    ),
    getService: (deploymentId, serviceId, signal) => port.json(get(`read the service ${serviceId}`, pathOf2(deploymentId, serviceId), signal), service),
    updateService: (deploymentId, serviceId, change, signal) => port.json(
      patch(`scale the service ${serviceId}`, pathOf2(deploymentId, serviceId), signal, snaked(change)),
      optional(service)
    ),
    stopService: (deploymentId, serviceId, signal) => port.send(post(`stop the service ${serviceId}`, pathOf2(deploymentId, serviceId, "stop"), signal)),
    startService: (deploymentId, serviceId, signal) => port.send(post(`start the service ${serviceId}`, pathOf2(deploymentId, serviceId, "start"), signal)),
    deleteService: (deploymentId, serviceId, signal) => port.send(remove(`delete the service ${serviceId}`, pathOf2(deploymentId, serviceId), signal)),
    getServiceLogs: (deploymentId, serviceId, request, signal) => port.json(
      get(
        `read the log of the service ${serviceId}`,
        pathOf2(deploymentId, serviceId, "recentlogs"),
        signal,
        logQuery(request)
      ),
      logPage
    )
  };
}

// packages/abeja/src/client/training/versions.ts
var archiveForms = {
  zip: ["source_code.zip", "application/zip"],
  "tar.gz": ["archive.tar.gz", "application/tar+gzip"]
};
var onWire2 = (settings) => snaked({ ...settings, environment: environmentTexts(settings.environment) });
var versionCalls = (port, hideUrl) => ({
  createVersion: (name, { source, format = "zip", onBytesTaken, ...settings }, signal) => {
    const [fileName, contentType] = archiveForms[format];
    return port.json(
      {
        ...post(
          `create a version of "${name}" from "${source.name}"`,
          definitionPath(name, "versions"),
          signal
        ),
        body: formOf({ name: "source_code", value: source, fileName, contentType }, onWire2(settings)),
        onBytesTaken
      },
      version
    );
  },
  createVersionFromGit: (name, from, signal) => port.json(
    post(
      `create a version of "${name}" from a repository`,
      definitionPath(name, "git", "versions"),
      signal,
      onWire2(from)
    ),
    version
  ),
  getVersions: async (name, filter, signal) => (await port.json(
    get(`list the versions of "${name}"`, definitionPath(name, "versions"), signal, archiveQuery(filter)),
    pageOf(version)
  )).entries,
  getVersion: (name, number2, signal) => port.json(
    get(`read version ${number2} of "${name}"`, definitionPath(name, "versions", number2), signal),
    version
  ),
  updateVersion: (name, number2, { description }, signal) => port.json(
    patch(`describe version ${number2} of "${name}"`, definitionPath(name, "versions", number2), signal, {
      description
    }),
    optional(version)
  ),
  archiveVersion: (name, number2, signal) => port.send(
    post(
      `archive version ${number2} of "${name}"`,
      definitionPath(name, "versions", number2, "archive"),
      signal
    )
  ),
  unarchiveVersion: (name, number2, signal) => port.send(
    post(
      `take version ${number2} of "${name}" out of the archive`,
      definitionPath(name, "versions", number2, "unarchive"),
      signal
    )
  ),
  deleteVersion: (name, number2, signal) => port.send(
    remove(`delete version ${number2} of "${name}"`, definitionPath(name, "versions", number2), signal)
  ),
  getVersionSourceUrl: (name, number2, signal) => presignedUrl(
    port,
    get(
      `get the address of the code of version ${number2} of "${name}"`,
      definitionPath(name, "versions", number2, "source"),
      signal
    ),
    hideUrl
  )
});

// packages/abeja/src/client/client.ts
function createAbejaClient(options) {
  const { transport, plainTransport = transport, clock, secrets, random, retry } = options;
  const baseUrl = baseUrlOf(options.baseUrl);
  const organizationId = checkOrganization(options.organizationId);
  const redact = (text) => secrets.redact(hideAnswerSecrets(text));
  const timeouts = { ...defaultTimeouts, ...options.timeouts };
  const headers = { accept: "application/json", "user-agent": options.userAgent ?? "modelferry" };
  const shared = { clock, random, retry, redact, headers, readError: readFailure };
  const own = { transport, authorizer: signerOf(options) };
  const portAt = (url2, signer, root = "") => createCallPort({
    http: new HttpClient({ ...shared, ...signer, baseUrl: url2 }),
    timeouts,
    place: (call) => ({ ...call, path: `${root}${call.path}` })
  });
  const organization2 = `/organizations${pathOf(organizationId)}`;
  const port = portAt(baseUrl, own, organization2);
  const portWith = (token) => portAt(baseUrl, { transport: plainTransport, authorizer: bearer(token, secrets) }, organization2);
  const servicePort = () => portAt(serviceUrlOf(options.serviceBaseUrl, baseUrl, organizationId), own);
  const hideUrl = (url2) => secrets.addUrl(url2);
  const hide = (secret) => secrets.add(secret);
  return {
    organizationId,
    storage: storageCalls(storageClient({ transport: plainTransport, clock, redact, random })),
    ...channelCalls(port),
    ...codeVersionCalls(port, hideUrl),
    ...datalakeFileCalls(portAt(baseUrl, own), hideUrl),
    ...datasetCalls(port),
    ...datasetItemCalls(port),
    ...datasourceCalls(port, hide),
    ...definitionCalls(port),
    ...deploymentCalls(port),
    ...endpointCalls(port),
    ...inferenceCalls(servicePort),
    ...jobCalls(port),
    ...localJobCalls({ port, portWith, hide, hideUrl }),
    ...modelCalls(port, hideUrl),
    ...organizationCalls(port),
    ...resultCalls(port, hideUrl),
    ...serviceCalls(port),
    ...versionCalls(port, hideUrl)
  };
}
function signerOf({ credentials, plainTransport, secrets }) {
  if (credentials !== "in-transport") return authorizerOf(credentials, secrets);
  if (plainTransport !== void 0) return void 0;
  throw new InputError([{ field: "plainTransport", problem: "must be given beside a transport that signs" }]);
}
function checkOrganization(given) {
  const organizationId = given.trim();
  if (organizationId !== "" && organizationId !== "." && organizationId !== "..") return organizationId;
  const remedy = "Give the ID or the name of the organization.";
  throw new InputError([{ field: "organizationId", problem: "must not be empty", remedy }]);
}
export {
  createAbejaClient
};
