import {
  createCallPort,
  id,
  pageWords,
  perhaps,
  redirectFailure,
  rootUrl,
  wordsOf
} from "./chunk-X3JX7BCP.mjs";
import {
  predictionQuery
} from "./chunk-SQFW6NYI.mjs";
import "./chunk-3EQQVESC.mjs";
import {
  throughTransform
} from "./chunk-573LZVAE.mjs";
import {
  RecordWriter
} from "./chunk-QCTFJQAI.mjs";
import {
  csvRow
} from "./chunk-ZSW2ZUDL.mjs";
import {
  HttpClient,
  buildUrl,
  decodeAs,
  pathSegment
} from "./chunk-AZCQZNKZ.mjs";
import {
  readBeginning
} from "./chunk-OHIAI7NE.mjs";
import {
  apiErrorFrom
} from "./chunk-OQ2WWW7T.mjs";
import "./chunk-P3VRJ2NN.mjs";
import {
  RecordScanner
} from "./chunk-BFHQQK44.mjs";
import {
  bytesSource
} from "./chunk-MSOSMPB5.mjs";
import {
  tapSource
} from "./chunk-UVIHTZFW.mjs";
import "./chunk-NXAGABYC.mjs";
import {
  idInLocation
} from "./chunk-J7JZE4F4.mjs";
import {
  crc32
} from "./chunk-BHVNCWOG.mjs";
import {
  defaultTimeouts,
  maxPredictionBytes,
  retryRules
} from "./chunk-MWFIT7WI.mjs";
import "./chunk-F6SUFCMP.mjs";
import "./chunk-LCWEN4EU.mjs";
import "./chunk-O2OEQBPF.mjs";
import "./chunk-3TW3HCV5.mjs";
import "./chunk-SJZOLP6C.mjs";
import "./chunk-S2KHAVPK.mjs";
import "./chunk-EMTKIY3Y.mjs";
import "./chunk-DWUKSRY7.mjs";
import {
  joinBytes
} from "./chunk-42YFLU3Z.mjs";
import {
  parseRows
} from "./chunk-3OOVAMUB.mjs";
import {
  array,
  bearer,
  boolean,
  headerKey,
  jsonFields,
  looseObject,
  number,
  object,
  parseJson,
  pipe,
  record,
  string,
  token,
  transform,
  twoHeaders,
  union,
  unknown
} from "./chunk-WTLKQS7A.mjs";
import {
  ApiError,
  CancelledError,
  EngineError,
  InputError,
  isApiError,
  quoteVendorText
} from "./chunk-VDHEZRE2.mjs";

// packages/datarobot/src/client/page.ts
var pageOf = (entry) => pipe(
  object({ data: array(entry), next: perhaps(string()), totalCount: perhaps(number()) }),
  transform(({ data, next, totalCount }) => ({
    entries: data,
    more: next !== void 0 && next !== "" && data.length > 0,
    total: totalCount
  }))
);

// packages/datarobot/src/client/async-tasks.ts
var taskStatus = pipe(
  object({
    statusId: perhaps(id),
    status: string(),
    code: perhaps(number()),
    message: perhaps(string()),
    description: perhaps(string()),
    created: perhaps(string()),
    statusType: perhaps(string()),
    type: perhaps(string())
  }),
  transform(({ statusType, type, ...status }) => ({ ...status, statusType: statusType ?? type }))
);
var taskIdOf = (location) => idInLocation("status", location);
var pathOf = (taskId) => `/status/${pathSegment(taskId)}/`;
var asyncTaskCalls = (port) => ({
  async getTask(taskId, signal) {
    const answer = await port.located(
      {
        doing: `read the status of task ${taskId}`,
        method: "GET",
        path: pathOf(taskId),
        alsoOk: [303],
        signal
      },
      taskStatus
    );
    const { status, value, location } = answer;
    if (status === 303) return { status: "COMPLETED", location };
    if (value === void 0) throw answer.unusable("no status in it");
    return { status: value.status, message: value.message, location };
  },
  getTasks: (request, signal) => port.json(
    { doing: "list the running tasks", method: "GET", path: "/status/", query: { ...request }, signal },
    pageOf(taskStatus)
  ),
  deleteTask: (taskId, signal) => port.send({
    doing: `end task ${taskId}`,
    method: "DELETE",
    path: pathOf(taskId),
    idempotent: true,
    signal
  })
});

// packages/datarobot/src/client/batch-job.ts
var entries = {
  id,
  status: string(),
  statusDetails: perhaps(string()),
  created: perhaps(string()),
  source: perhaps(string()),
  elapsedTimeSec: perhaps(number()),
  percentageCompleted: perhaps(number()),
  scoredRows: perhaps(number()),
  failedRows: perhaps(number()),
  skippedRows: perhaps(number()),
  queued: perhaps(boolean()),
  queuePosition: perhaps(number()),
  resultsDeleted: perhaps(boolean()),
  logs: perhaps(array(string())),
  batchPredictionJobDefinition: perhaps(object({ id: perhaps(string()), name: perhaps(string()) })),
  links: perhaps(object({ csvUpload: perhaps(string()), download: perhaps(string()) })),
  // Kept whole: it tells jobs of one deployment apart
  jobSpec: perhaps(
    looseObject({
      deploymentId: perhaps(string()),
      csvSettings: perhaps(
        looseObject({
          delimiter: perhaps(string()),
          encoding: perhaps(string()),
          quotechar: perhaps(string())
        })
      ),
      intakeSettings: perhaps(
        looseObject({
          type: perhaps(string()),
          multipart: perhaps(boolean()),
          async: perhaps(boolean())
        })
      ),
      outputSettings: perhaps(looseObject({ type: perhaps(string()) })),
      timeseriesSettings: perhaps(record(string(), unknown()))
    })
  )
};
var batchJob = object(entries);

// packages/datarobot/src/client/made.ts
async function made(answer, collection3, read) {
  if (answer.value !== void 0) return answer.value;
  const id2 = idInLocation(collection3, answer.location);
  if (id2 === void 0) throw answer.unusable(`no ID in it, and none in its Location`);
  return read(id2);
}

// packages/datarobot/src/client/batch-predictions.ts
var collection = "batchPredictions";
var batchJobPath = (jobId, rest = "") => `/${collection}/${pathSegment(jobId)}/${rest}`;
function batchPredictionCalls(port) {
  const getBatchJob = (jobId, signal) => port.json(
    { doing: `read the status of batch job ${jobId}`, method: "GET", path: batchJobPath(jobId), signal },
    batchJob
  );
  const create = async (call) => made(
    await port.located({ ...call, method: "POST" }, batchJob),
    collection,
    (jobId) => getBatchJob(jobId, call.signal)
  );
  return {
    getBatchJob,
    createBatchJob: (request, signal) => create({
      doing: `create a batch job for ${scorerOf(request)}`,
      path: `/${collection}/`,
      json: request,
      idempotent: request.intakeSettings.type === "localFile",
      signal
    }),
    copyBatchJob: (jobId, signal) => create({
      doing: `score as batch job ${jobId} did`,
      path: `/${collection}/fromExisting/`,
      json: { predictionJobId: jobId },
      signal
    }),
    runJobDefinition: (definitionId, signal) => create({
      doing: `run the batch definition ${definitionId}`,
      path: `/${collection}/fromJobDefinition/`,
      json: { jobDefinitionId: definitionId },
      signal
    }),
    getBatchJobs: (filter, signal) => port.json(
      {
        doing: "list the batch jobs",
        method: "GET",
        path: `/${collection}/`,
        query: { ...filter },
        signal
      },
      pageOf(batchJob)
    ),
    setBatchJobHidden: (jobId, hidden, signal) => port.send({
      doing: `${hidden ? "hide" : "show"} batch job ${jobId}`,
      method: "PATCH",
      path: batchJobPath(jobId),
      json: { hidden },
      idempotent: true,
      signal
    }),
    deleteBatchJob: (jobId, signal) => port.send({
      doing: `abort batch job ${jobId}`,
      method: "DELETE",
      path: batchJobPath(jobId),
      idempotent: true,
      signal
    })
  };
}
function scorerOf({ deploymentId, modelPackageId, modelId }) {
  if (deploymentId !== void 0) return `deployment ${deploymentId}`;
  return modelPackageId === void 0 ? `model ${modelId}` : `model package ${modelPackageId}`;
}

// packages/datarobot/src/client/message-text.ts
function messageText(body) {
  const said = [body["message"], body["errors"]].map((part) => wordsOf(part)).filter((part) => part !== "");
  return said.length > 0 ? [...new Set(said)].join("; ") : wordsOf(body);
}

// packages/datarobot/src/client/batch-data.ts
var finalized = looseObject({ message: perhaps(unknown()) });
function batchDataCalls(port) {
  const put = ({ job, source, onBytesTaken }, { doing, rest, maxAttempts }, signal) => port.send({
    doing,
    method: "PUT",
    path: batchJobPath(job.id, `csvUpload/${rest}`),
    link: below(job.links?.csvUpload, rest),
    headers: { "content-type": "text/csv" },
    body: { kind: "stream", source },
    idempotent: maxAttempts > 1,
    retry: { maxAttempts },
    signal,
    onBytesTaken
  });
  return {
    putCsv: (upload, signal) => put(
      upload,
      { doing: `upload the data of batch job ${upload.job.id}`, rest: "", maxAttempts: 1 },
      signal
    ),
    putCsvPart: (upload, signal) => put(
      upload,
      {
        doing: `upload part ${upload.part + 1} of the data of batch job ${upload.job.id}`,
        rest: `part/${upload.part}/`,
        maxAttempts: upload.maxAttempts
      },
      signal
    ),
    async finalizeCsv(job, signal) {
      const { value } = await port.located(
        {
          doing: `finalize the data of batch job ${job.id}`,
          method: "POST",
          path: batchJobPath(job.id, "csvUpload/finalizeMultipart/"),
          link: below(job.links?.csvUpload, "finalizeMultipart/"),
          timeout: "uploadMs",
          signal
        },
        finalized
      );
      return value?.message === void 0 ? void 0 : messageText({ message: value.message });
    },
    downloadScored: (job, signal) => port.download({
      doing: `download the result of batch job ${job.id}`,
      method: "GET",
      path: batchJobPath(job.id, "download/"),
      link: job.links?.download,
      headers: { accept: "*/*" },
      signal
    })
  };
}
var below = (link, rest) => link === void 0 || rest === "" ? link : link.replace(/\/*(\?.*)?$/s, (_, query = "") => `/${rest}${query}`);

// packages/datarobot/src/client/re-root.ts
function reRoot(endpoint, link) {
  const base = `${endpoint}/`;
  if (link.trim() === "" || !URL.canParse(link, base)) return void 0;
  const { protocol, pathname, search } = new URL(link, base);
  if (protocol !== "https:" && protocol !== "http:") return void 0;
  const path = pathname.replace(/^\/+|\/+$/g, "");
  return `${new URL(endpoint).origin}/${path}${path === "" ? "" : "/"}${search}`;
}

// packages/datarobot/src/client/call-port.ts
var maxLocatedBytes = 4 * 1024 * 1024;
function createCallPort2({ http, endpoint, timeouts, clock, redact }) {
  const port = createCallPort({
    http,
    timeouts,
    place: ({ link, path, ...call }) => ({
      ...call,
      path: (link === void 0 ? void 0 : reRoot(endpoint, link)) ?? path
    })
  });
  return {
    ...port,
    async located(call, schema) {
      const { status, headers, body } = await port.stream(call);
      const text = await readBeginning(body, maxLocatedBytes);
      if (call.signal.aborted) throw new CancelledError(call.doing);
      return {
        status,
        value: attempt(() => decodeAs(schema)(parseJson(text))),
        location: headers["location"],
        unusable: (missing) => apiErrorFrom(
          call.doing,
          { status, headers, text },
          { code: "unexpected-answer", vendorMessage: `${text.slice(0, 200)} (${missing})` },
          redact,
          clock.now()
        )
      };
    }
  };
}
function attempt(read) {
  try {
    return read();
  } catch {
    return void 0;
  }
}

// packages/datarobot/src/client/dataset-uploads.ts
var begun = object({ catalogId: perhaps(id), catalogVersionId: perhaps(id), statusId: perhaps(id) });
function datasetUploadCalls(port) {
  const begin = async (call) => {
    const answer = await port.located(call, begun);
    const taskId = taskIdOf(answer.location) ?? answer.value?.statusId;
    if (taskId === void 0) throw answer.unusable("no task in it, and none in its Location");
    return { datasetId: answer.value?.catalogId, versionId: answer.value?.catalogVersionId, taskId };
  };
  return {
    uploadDataset: ({ source, categories = [], datasetId, onBytesTaken }, signal) => begin({
      doing: `upload "${source.name}" to the catalog`,
      method: "POST",
      path: pathOf2(datasetId, "fromFile/"),
      body: {
        kind: "form",
        parts: [
          // Before the file: a server that streams knows them when it comes to the data
          ...categories.map((value) => ({ name: "categories", value })),
          {
            name: "file",
            value: source,
            fileName: source.name,
            contentType: source.contentType ?? "text/csv"
          }
        ]
      },
      signal,
      onBytesTaken
    }),
    importDataset: ({ datasetId, ...request }, signal) => begin({
      doing: "have a file fetched into the catalog",
      method: "POST",
      path: pathOf2(datasetId, "fromURL/"),
      json: request,
      signal
    })
  };
}
var pathOf2 = (datasetId, rest) => datasetId === void 0 ? `/datasets/${rest}` : `/datasets/${pathSegment(datasetId)}/versions/${rest}`;

// packages/datarobot/src/client/datasets.ts
var dataset = pipe(
  object({
    datasetId: id,
    versionId: perhaps(id),
    name: perhaps(string()),
    processingState: perhaps(string()),
    error: perhaps(string()),
    isLatestVersion: perhaps(boolean()),
    rowCount: perhaps(number()),
    datasetSize: perhaps(number()),
    featureCount: perhaps(number()),
    categories: perhaps(array(string())),
    createdBy: perhaps(string()),
    creationDate: perhaps(string())
  }),
  transform(({ datasetSize, ...rest }) => ({ ...rest, datasetBytes: datasetSize }))
);
var pathOf3 = (datasetId, rest = "") => `/datasets/${pathSegment(datasetId)}/${rest}`;
var datasetCalls = (port) => ({
  getDataset: (datasetId, signal) => port.json(
    { doing: `read the dataset ${datasetId}`, method: "GET", path: pathOf3(datasetId), signal },
    dataset
  ),
  getDatasets: (filter, signal) => port.json(
    { doing: "list the datasets", method: "GET", path: "/datasets/", query: { ...filter }, signal },
    pageOf(dataset)
  ),
  updateDataset: (datasetId, change, signal) => port.send({
    doing: `change the dataset ${datasetId}`,
    method: "PATCH",
    path: pathOf3(datasetId),
    json: change,
    idempotent: true,
    signal
  }),
  deleteDataset: (datasetId, signal) => port.send({
    doing: `delete the dataset ${datasetId}`,
    method: "DELETE",
    path: pathOf3(datasetId),
    idempotent: true,
    signal
  }),
  getDatasetVersions: (datasetId, request, signal) => port.json(
    {
      doing: `list the versions of the dataset ${datasetId}`,
      method: "GET",
      path: pathOf3(datasetId, "versions/"),
      query: { ...request },
      signal
    },
    pageOf(dataset)
  ),
  getDatasetVersion: (datasetId, versionId, signal) => port.json(
    {
      doing: `read version ${versionId} of the dataset ${datasetId}`,
      method: "GET",
      path: pathOf3(datasetId, `versions/${pathSegment(versionId)}/`),
      signal
    },
    dataset
  )
});

// packages/datarobot/src/client/explain-no-features.ts
var explainNoFeatures = (error, deploymentId) => isApiError(error) && error.status === 422 ? new ApiError({
  ...error,
  message: error.message,
  remedy: `Deployment ${deploymentId} may have no list of columns: unstructured and external models have none. Look at the training data in place of it.`,
  cause: error
}) : error;

// packages/datarobot/src/client/deployments.ts
var health = perhaps(object({ status: perhaps(string()) }));
var deployment = pipe(
  object({
    id,
    label: perhaps(string()),
    description: perhaps(string()),
    status: perhaps(string()),
    importance: perhaps(string()),
    createdAt: perhaps(string()),
    model: perhaps(
      object({
        id: perhaps(id),
        type: perhaps(string()),
        targetName: perhaps(string()),
        targetType: perhaps(string()),
        unstructuredModelKind: perhaps(boolean()),
        deployedAt: perhaps(string())
      })
    ),
    modelPackage: perhaps(object({ id: perhaps(id), name: perhaps(string()) })),
    defaultPredictionServer: perhaps(
      object({ url: perhaps(string()), "datarobot-key": perhaps(string()) })
    ),
    predictionEnvironment: perhaps(object({ platform: perhaps(string()) })),
    serviceHealth: health,
    modelHealth: health,
    accuracyHealth: health,
    capabilities: perhaps(record(string(), unknown()))
  }),
  transform(({ defaultPredictionServer: server, ...rest }) => ({
    ...rest,
    defaultPredictionServer: server && { url: server.url, dataRobotKey: server["datarobot-key"] }
  }))
);
var feature = object({
  name: string(),
  featureType: perhaps(string()),
  importance: perhaps(number()),
  dateFormat: perhaps(string()),
  knownInAdvance: perhaps(boolean())
});
var pathOf4 = (deploymentId, rest = "") => `/deployments/${pathSegment(deploymentId)}/${rest}`;
function deploymentCalls(port, addSecret) {
  const known = (one) => {
    const key = one.defaultPredictionServer?.dataRobotKey;
    if (key !== void 0) addSecret(key);
    return one;
  };
  return {
    async getDeployment(deploymentId, signal) {
      const call = {
        doing: `read the deployment ${deploymentId}`,
        method: "GET",
        path: pathOf4(deploymentId),
        signal
      };
      return known(await port.json(call, deployment));
    },
    async getDeployments(filter, signal) {
      const page = await port.json(
        { doing: "list the deployments", method: "GET", path: "/deployments/", query: { ...filter }, signal },
        pageOf(deployment)
      );
      return { ...page, entries: page.entries.map(known) };
    },
    async getFeatures(deploymentId, request, signal) {
      const call = {
        doing: `list the features of deployment ${deploymentId}`,
        method: "GET",
        path: pathOf4(deploymentId, "features/"),
        query: { ...request },
        signal
      };
      return port.json(call, pageOf(feature)).catch((error) => {
        throw explainNoFeatures(error, deploymentId);
      });
    },
    async setDeploymentStatus(deploymentId, status, signal) {
      const { location } = await port.located(
        {
          doing: `set the status of deployment ${deploymentId} to ${status}`,
          method: "PATCH",
          path: pathOf4(deploymentId, "status/"),
          json: { status },
          idempotent: true,
          signal
        },
        unknown()
      );
      return taskIdOf(location);
    }
  };
}

// packages/datarobot/src/client/endpoint.ts
var defaultEndpoint = "https://app.datarobot.com/api/v2";
function normalEndpoint(given) {
  const root = rootUrl(given, {
    field: "endpoint",
    example: defaultEndpoint,
    credentialRemedy: "Give the key as the API token."
  });
  return /\/api\/v2$/i.test(root) ? root : `${root}/api/v2`;
}

// packages/datarobot/src/client/job-definitions.ts
var jobDefinition = object({
  id,
  name: perhaps(string()),
  enabled: perhaps(boolean()),
  schedule: perhaps(record(string(), unknown())),
  batchPredictionJob: perhaps(record(string(), unknown())),
  created: perhaps(string()),
  updated: perhaps(string()),
  lastStartedJobStatus: perhaps(string()),
  lastStartedJobTime: perhaps(string()),
  lastScheduledRunTime: perhaps(string()),
  lastSuccessfulRunTime: perhaps(string()),
  lastFailedRunTime: perhaps(string()),
  nextScheduledRunTime: perhaps(string())
});
var collection2 = "batchPredictionJobDefinitions";
var pathOf5 = (definitionId, rest = "") => `/${collection2}/${pathSegment(definitionId)}/${rest}`;
function jobDefinitionCalls(port) {
  const getJobDefinition = (definitionId, signal) => port.json(
    {
      doing: `read the batch definition ${definitionId}`,
      method: "GET",
      path: pathOf5(definitionId),
      signal
    },
    jobDefinition
  );
  return {
    getJobDefinition,
    createJobDefinition: async (definition, signal) => made(
      await port.located(
        {
          doing: "create a batch definition",
          method: "POST",
          path: `/${collection2}/`,
          json: definition,
          signal
        },
        jobDefinition
      ),
      collection2,
      (definitionId) => getJobDefinition(definitionId, signal)
    ),
    getJobDefinitions: (filter, signal) => port.json(
      {
        doing: "list the batch definitions",
        method: "GET",
        path: `/${collection2}/`,
        query: { ...filter },
        signal
      },
      pageOf(jobDefinition)
    ),
    updateJobDefinition: (definitionId, change, signal) => port.json(
      {
        doing: `change the batch definition ${definitionId}`,
        method: "PATCH",
        path: pathOf5(definitionId),
        json: change,
        idempotent: true,
        signal
      },
      jobDefinition
    ),
    deleteJobDefinition: (definitionId, signal) => port.send({
      doing: `delete the batch definition ${definitionId}`,
      method: "DELETE",
      path: pathOf5(definitionId),
      idempotent: true,
      signal
    }),
    getPortableDefinition: (definitionId, signal) => port.text({
      doing: `read the portable form of batch definition ${definitionId}`,
      method: "GET",
      path: pathOf5(definitionId, "portable/"),
      signal
    })
  };
}

// packages/datarobot/src/client/model-replacement.ts
var check = object({ status: perhaps(string()), message: perhaps(string()) });
var validation = object({
  status: string(),
  message: perhaps(string()),
  checks: perhaps(record(string(), check))
});
var pathOf6 = (deploymentId, rest = "") => `/deployments/${pathSegment(deploymentId)}/model/${rest}`;
var modelReplacementCalls = (port) => ({
  validateModel: (deploymentId, model, signal) => port.json(
    {
      doing: `check a model for deployment ${deploymentId}`,
      method: "POST",
      path: pathOf6(deploymentId, "validation/"),
      json: model,
      idempotent: true,
      signal
    },
    validation
  ),
  async replaceModel(deploymentId, replacement, signal) {
    const { value, location } = await port.located(
      {
        doing: `replace the model of deployment ${deploymentId}`,
        method: "PATCH",
        path: pathOf6(deploymentId),
        json: replacement,
        signal
      },
      validation
    );
    return { taskId: taskIdOf(location), validation: value };
  }
});

// packages/datarobot/src/client/platform.ts
var version = object({ versionString: perhaps(string()) });
var account = object({ uid: id, email: perhaps(string()) });
var predictionServer = pipe(
  object({
    id: perhaps(id),
    url: perhaps(string()),
    "datarobot-key": perhaps(string()),
    batchPredictions: perhaps(object({ queued: perhaps(number()), processing: perhaps(number()) }))
  }),
  transform(({ "datarobot-key": dataRobotKey, ...rest }) => ({ ...rest, dataRobotKey }))
);
var usage = object({
  usage: array(
    object({
      resource: string(),
      currentUsage: perhaps(number()),
      maxUsage: perhaps(number()),
      timeToExpire: perhaps(number())
    })
  )
});
var platformCalls = (port, addSecret) => ({
  async getVersion(signal) {
    const call = { doing: "read the version", method: "GET", path: "/version/", signal };
    return (await port.json(call, version)).versionString;
  },
  ping: (signal) => port.send({ doing: "reach the API", method: "GET", path: "/ping", signal }),
  getAccount: (signal) => port.json({ doing: "read the account", method: "GET", path: "/account/info/", signal }, account),
  async getPredictionServers(request, signal) {
    const page = await port.json(
      {
        doing: "list the prediction servers",
        method: "GET",
        path: "/predictionServers/",
        query: { ...request },
        signal
      },
      pageOf(predictionServer)
    );
    for (const { dataRobotKey } of page.entries) if (dataRobotKey !== void 0) addSecret(dataRobotKey);
    return page;
  },
  async getRateLimitUsage(userId, signal) {
    const path = `/users/${pathSegment(userId)}/rateLimitUsage/`;
    return (await port.json({ doing: "read the use of rate limits", method: "GET", path, signal }, usage)).usage;
  }
});

// packages/upload/src/gzip-stream.ts
var deflate = 8;
var unknownSystem = 255;
async function* gzipStream(bytes, { deflater, crc32: update = crc32, signal }) {
  let crc = 0;
  let length = 0;
  async function* counted() {
    for await (const chunk of bytes) {
      crc = update(chunk, crc);
      length += chunk.length;
      yield chunk;
    }
  }
  yield Uint8Array.of(31, 139, deflate, 0, 0, 0, 0, 0, 0, unknownSystem);
  yield* deflater(counted(), signal);
  yield new RecordWriter(8).u32(crc).u32(length % 2 ** 32).done();
}

// packages/upload/src/gzip.ts
var plainBelowBytes = 2 * 1024;
var heldUpToBytes = 8 * 1024 * 1024;
async function gzipBody(source, options = {}) {
  const { name, contentType, length } = source;
  if (length !== void 0 && length < plainBelowBytes) return { source, contentEncoding: void 0 };
  const { deflater, crc32: crc322, signal = new AbortController().signal } = options;
  const open = () => deflater ? gzipStream(source.open(), { deflater, crc32: crc322, signal }) : throughTransform(source.open(), new CompressionStream("gzip"), signal);
  if (length === void 0 || length > heldUpToBytes) {
    const { replayable } = source;
    return {
      source: { name, contentType, length: void 0, replayable, ranged: false, open },
      contentEncoding: "gzip"
    };
  }
  const held = [];
  for await (const chunk of open()) held.push(chunk);
  return { source: bytesSource(name, joinBytes(held), contentType), contentEncoding: "gzip" };
}

// packages/datarobot/src/client/fit-request-line.ts
var maxRequestLineBytes = 8192;
function fitRequestLine(url, query) {
  if (requestLineBytes(url, query) <= maxRequestLineBytes) return { query };
  const { passthroughColumns, ...rest } = query;
  const shorter = { ...rest, passthroughColumnsSet: "all" };
  if (Array.isArray(passthroughColumns) && requestLineBytes(url, shorter) <= maxRequestLineBytes) {
    return { query: shorter, keepOnly: passthroughColumns };
  }
  throw new InputError([
    {
      field: "options",
      problem: `make a request line of more than ${maxRequestLineBytes} bytes`,
      remedy: "Name fewer classes or columns."
    }
  ]);
}
function requestLineBytes(url, query) {
  const { pathname, search } = new URL(buildUrl(void 0, url, query));
  return `POST ${pathname}${search} HTTP/1.1\r
`.length;
}

// packages/datarobot/src/client/prediction-row.ts
var label = union([string(), number(), boolean()]);
var predictionRow = looseObject({
  rowId: perhaps(number()),
  prediction: perhaps(label),
  predictionThreshold: perhaps(number()),
  predictionValues: perhaps(array(looseObject({ label: perhaps(label), value: number() }))),
  passthroughValues: perhaps(record(string(), unknown()))
});
var predictions = object({ data: array(predictionRow) });

// packages/datarobot/src/client/without-columns.ts
var withoutColumns = (body, dropped) => ({
  [Symbol.asyncIterator]: () => keeping(body, dropped),
  cancel: () => body.cancel()
});
async function* keeping(chunks, dropped) {
  const scanner = new RecordScanner({ delimiter: "," });
  const decoder = new TextDecoder();
  let kept;
  let begun2 = "";
  const narrowed = (text) => {
    const { rows } = parseRows(text, ",");
    kept ??= placesToKeep(rows[0] ?? [], dropped);
    const places = kept;
    const lines = rows.map((row) => `${csvRow(places.map((at) => row[at]))}\r
`);
    return new TextEncoder().encode(lines.join(""));
  };
  for await (const chunk of chunks) {
    const end = scanner.lastEnd(chunk);
    begun2 += decoder.decode(chunk.subarray(0, end ?? chunk.length), { stream: true });
    if (end === void 0) continue;
    yield narrowed(begun2);
    begun2 = decoder.decode(chunk.subarray(end), { stream: true });
  }
  begun2 += decoder.decode();
  if (begun2 !== "") yield narrowed(begun2);
}
var placesToKeep = (header, dropped) => [...header.keys()].filter((at) => {
  const name = header[at] ?? "";
  return !dropped.has(name) || header.indexOf(name) !== header.lastIndexOf(name);
});

// packages/datarobot/src/client/predictions.ts
function predictionCalls(clientOf, { scoreMs }) {
  return {
    async predict(request, signal) {
      const { call, keepOnly } = await scoringCall(request, "application/json", scoreMs, signal);
      const { data } = await clientOf(request.host).json(call, decodeAs(predictions));
      return keepOnly ? data.map((row) => keeping2(row, new Set(keepOnly))) : data;
    },
    async predictCsv(request, signal) {
      const { call, keepOnly } = await scoringCall(request, "text/csv", scoreMs, signal);
      const { host, columns } = request;
      if (!keepOnly) return clientOf(host).stream(call);
      if (!columns) throw tooManyColumns();
      const kept = new Set(keepOnly);
      const dropped = new Set(columns.filter((name) => !kept.has(name)));
      const { status, headers, body } = await clientOf(host).stream(call);
      const { "content-length": _, ...others } = headers;
      return { status, headers: others, body: withoutColumns(body, dropped) };
    },
    predictUnstructured: ({ host, deploymentId, payload, accept, query, ...rest }, signal) => clientOf(host).stream({
      doing: `have deployment ${deploymentId} answer`,
      method: "POST",
      path: routeOf(host, deploymentId, rest.route ?? "predictionsUnstructured"),
      query,
      headers: {
        ...{ accept: accept ?? null, "content-type": rest.contentType ?? "application/octet-stream" }
      },
      body: { kind: "stream", source: payload },
      idempotent: true,
      timeoutMs: scoreMs,
      signal
    })
  };
}
async function scoringCall({ host, deploymentId, rows, contentType, options = {}, gzip }, accept, timeoutMs, signal) {
  const path = routeOf(host, deploymentId, "predictions");
  const { query, keepOnly } = fitRequestLine(path, predictionQuery(options));
  const limited = withinLimit(rows);
  const { source, contentEncoding } = gzip ? await gzipBody(limited, { signal, ...gzip }) : { source: limited, contentEncoding: void 0 };
  const headers = {
    ...{ accept, "content-type": contentType },
    ...contentEncoding && { "content-encoding": contentEncoding }
  };
  const doing = deploymentId === void 0 ? "score rows" : `score rows with deployment ${deploymentId}`;
  const body = { kind: "stream", source };
  return {
    keepOnly,
    call: { doing, method: "POST", path, query, headers, body, idempotent: true, timeoutMs, signal }
  };
}
function routeOf({ root }, deploymentId, route) {
  return deploymentId === void 0 ? `${root}/${route}` : `${root}/deployments/${pathSegment(deploymentId)}/${route}`;
}
function withinLimit(rows) {
  if ((rows.length ?? 0) > maxPredictionBytes) throw tooLarge(rows.name);
  if (rows.length !== void 0) return rows;
  return tapSource(rows, () => {
    let bytes = 0;
    return {
      see: (chunk) => {
        bytes += chunk.length;
        if (bytes > maxPredictionBytes) throw tooLarge(rows.name);
      },
      end: () => void 0
    };
  });
}
var tooLarge = (name) => new EngineError({
  code: "too-large",
  message: `Could not score "${name}": at most ${maxPredictionBytes} bytes can be scored at once.`,
  remedy: "Send fewer rows at a time, or score the file as a batch."
});
var tooManyColumns = () => new EngineError({
  code: "unsupported",
  message: "Could not score rows to CSV: so many columns cannot be named in one request.",
  remedy: "Let all columns pass through, or ask for JSON."
});
var keeping2 = (row, names) => ({
  ...row,
  passthroughValues: row.passthroughValues && Object.fromEntries(Object.entries(row.passthroughValues).filter(([name]) => names.has(name)))
});

// packages/datarobot/src/client/read-failure.ts
function readFailure({ status, headers, text }) {
  if (status >= 200 && status < 300) return void 0;
  if (status >= 300 && status < 400) return redirectFailure(headers["location"], "the endpoint");
  const body = jsonFields(text);
  const said = body ? messageText(body) : pageWords(text);
  const errorName = body?.["errorName"];
  return {
    vendorMessage: said,
    ...typeof errorName === "string" && { vendorCode: errorName },
    ...rulesOf(status, headers),
    ...isOldKeyRefusal(status, body) && { code: "unauthorized", remedy: badKey },
    ...status === 401 && said.includes("datarobot-key") && { remedy: badServerKey }
  };
}
var badKey = "Check the API key and that it belongs to this endpoint: each region and each installation has keys of its own.";
var badServerKey = "Check the key of the prediction server (datarobot-key): the deployment has the right one where its owner may see it.";
function rulesOf(status, headers) {
  switch (status) {
    case 401:
      return { remedy: badKey };
    case 403:
      return { remedy: "Check that the owner of the API key may use this deployment." };
    case 404:
      return {
        remedy: "Check the ID: it may have been deleted, belong to another endpoint, or not be shared with the owner of the API key."
      };
    case 411:
      return { remedy: "The server wants to know the length first: pass the data as a file." };
    case 413:
      return { retryable: headers["retry-after"] !== void 0 };
    case 429:
      return { remedy: "The quota of the deployment or the account is used up: wait, or have it raised." };
    case 500:
    case 513:
      return { retryable: false };
    default:
      return {};
  }
}
var isOldKeyRefusal = (status, body) => status === 403 && body?.["status"] === "API token not valid";

// packages/datarobot/src/client/retraining-policies.ts
var retrainingPolicy = object({
  id,
  name: perhaps(string()),
  description: perhaps(string()),
  action: perhaps(string()),
  modelSelectionStrategy: perhaps(string()),
  featureListStrategy: perhaps(string()),
  projectOptionsStrategy: perhaps(string()),
  trigger: perhaps(object({ type: perhaps(string()) })),
  latestRun: perhaps(object({ id: perhaps(id), status: perhaps(string()) }))
});
var policyPath = (deploymentId, policyId, rest = "") => `/deployments/${pathSegment(deploymentId)}/retrainingPolicies/${policyId === void 0 ? "" : `${pathSegment(policyId)}/${rest}`}`;
var retrainingPolicyCalls = (port) => ({
  getRetrainingPolicies: (deploymentId, request, signal) => port.json(
    {
      doing: `list the retraining policies of deployment ${deploymentId}`,
      method: "GET",
      path: policyPath(deploymentId),
      query: { ...request },
      signal
    },
    pageOf(retrainingPolicy)
  ),
  getRetrainingPolicy: (deploymentId, policyId, signal) => port.json(
    {
      doing: `read the retraining policy ${policyId}`,
      method: "GET",
      path: policyPath(deploymentId, policyId),
      signal
    },
    retrainingPolicy
  ),
  createRetrainingPolicy: (deploymentId, settings, signal) => port.json(
    {
      doing: `create a retraining policy for deployment ${deploymentId}`,
      method: "POST",
      path: policyPath(deploymentId),
      json: settings,
      signal
    },
    retrainingPolicy
  ),
  updateRetrainingPolicy: (deploymentId, policyId, change, signal) => port.json(
    {
      doing: `change the retraining policy ${policyId}`,
      method: "PATCH",
      path: policyPath(deploymentId, policyId),
      json: change,
      idempotent: true,
      signal
    },
    retrainingPolicy
  ),
  deleteRetrainingPolicy: (deploymentId, policyId, signal) => port.send({
    doing: `delete the retraining policy ${policyId}`,
    method: "DELETE",
    path: policyPath(deploymentId, policyId),
    idempotent: true,
    signal
  })
});

// packages/datarobot/src/client/retraining-runs.ts
var retrainingRun = object({
  id,
  status: perhaps(string()),
  startTime: perhaps(string()),
  finishTime: perhaps(string()),
  errorMessage: perhaps(string()),
  projectId: perhaps(id),
  modelPackageId: perhaps(id),
  registeredModelId: perhaps(id),
  challengerId: perhaps(id)
});
var pathOf7 = ({ deploymentId, policyId }, runId) => policyPath(deploymentId, policyId, `runs/${runId === void 0 ? "" : `${pathSegment(runId)}/`}`);
var retrainingRunCalls = (port) => ({
  getRetrainingRuns: (policy, request, signal) => port.json(
    {
      doing: `list the runs of retraining policy ${policy.policyId}`,
      method: "GET",
      path: pathOf7(policy),
      query: { ...request },
      signal
    },
    pageOf(retrainingRun)
  ),
  getRetrainingRun: (policy, runId, signal) => port.json(
    { doing: `read the retraining run ${runId}`, method: "GET", path: pathOf7(policy, runId), signal },
    retrainingRun
  ),
  async startRetrainingRun(policy, signal) {
    const { value, location } = await port.located(
      {
        doing: `run the retraining policy ${policy.policyId}`,
        method: "POST",
        path: pathOf7(policy),
        signal
      },
      object({ id })
    );
    return value?.id ?? idInLocation("runs", location);
  },
  setRetrainingRunStatus: (policy, runId, status, signal) => port.send({
    doing: `cancel the retraining run ${runId}`,
    method: "PATCH",
    path: pathOf7(policy, runId),
    json: { status },
    idempotent: true,
    signal
  })
});

// packages/datarobot/src/client/retraining-settings.ts
var retrainingSettings = object({
  dataset: perhaps(object({ id, name: perhaps(string()) })),
  predictionEnvironment: perhaps(object({ id, name: perhaps(string()) })),
  retrainingUser: perhaps(object({ id, username: perhaps(string()) }))
});
var pathOf8 = (deploymentId) => `/deployments/${pathSegment(deploymentId)}/retrainingSettings/`;
var retrainingSettingsCalls = (port) => ({
  getRetrainingSettings: (deploymentId, signal) => port.json(
    {
      doing: `read the retraining settings of deployment ${deploymentId}`,
      method: "GET",
      path: pathOf8(deploymentId),
      signal
    },
    retrainingSettings
  ),
  updateRetrainingSettings: (deploymentId, change, signal) => port.send({
    doing: `change the retraining settings of deployment ${deploymentId}`,
    method: "PATCH",
    path: pathOf8(deploymentId),
    json: change,
    idempotent: true,
    signal
  })
});

// packages/datarobot/src/client/scoring-authorizer.ts
function scoringAuthorizer({ kind, dataRobotKey: named }, { apiToken, portableToken, dataRobotKey = named, secrets }) {
  const key = kind === "portable" ? portableToken : apiToken;
  const signed = key === void 0 ? void 0 : bearer(key, secrets);
  if (kind !== "dedicated" || !dataRobotKey) return signed;
  const second = headerKey("datarobot-key", dataRobotKey, secrets);
  return signed ? twoHeaders(signed, second) : second;
}

// packages/datarobot/src/client/watch-deprecation.ts
function watchDeprecation(transport, redact, warn) {
  let told = false;
  return {
    async send(request) {
      const response = await transport.send(request);
      const said = response.headers["deprecation"];
      if (said !== void 0 && !told) {
        told = true;
        const { pathname } = new URL(request.url);
        const words = quoteVendorText(said, redact, 200);
        warn(`DataRobot says that ${request.method} ${pathname} is deprecated (${words}).`);
      }
      return response;
    }
  };
}

// packages/datarobot/src/client/client.ts
function createDataRobotClient(options) {
  const { transport, clock, secrets, random, warn, userAgent = "modelferry" } = options;
  const endpoint = normalEndpoint(options.endpoint ?? defaultEndpoint);
  const watched = (one) => warn ? watchDeprecation(one, secrets.redact, warn) : one;
  const shared = {
    transport: watched(transport),
    clock,
    redact: secrets.redact,
    readError: readFailure,
    retry: { ...retryRules, ...options.retry },
    random
  };
  const headers = { "user-agent": userAgent };
  const http = new HttpClient({ ...shared, baseUrl: endpoint, authorizer: authorizerOf(options), headers });
  const plain = { ...shared, transport: watched(options.plainTransport ?? transport) };
  const clientOf = (host) => new HttpClient({
    ...host.kind === "portable" ? plain : shared,
    authorizer: scoringAuthorizer(host, options),
    headers
  });
  const timeouts = { ...defaultTimeouts, ...options.timeouts };
  const port = createCallPort2({ http, endpoint, timeouts, clock, redact: secrets.redact });
  const addSecret = (secret) => secrets.add(secret);
  return {
    endpoint,
    ...asyncTaskCalls(port),
    ...batchDataCalls(port),
    ...batchPredictionCalls(port),
    ...datasetCalls(port),
    ...datasetUploadCalls(port),
    ...deploymentCalls(port, addSecret),
    ...jobDefinitionCalls(port),
    ...modelReplacementCalls(port),
    ...platformCalls(port, addSecret),
    ...predictionCalls(clientOf, timeouts),
    ...retrainingPolicyCalls(port),
    ...retrainingRunCalls(port),
    ...retrainingSettingsCalls(port)
  };
}
function authorizerOf({
  apiToken,
  authScheme = "Bearer",
  secrets
}) {
  if (apiToken === void 0) return void 0;
  if (apiToken.trim() === "") {
    const remedy = "Create an API key in DataRobot and pass it.";
    throw new InputError([{ field: "apiToken", problem: "must not be empty", remedy }]);
  }
  return authScheme === "Bearer" ? bearer(apiToken, secrets) : token(apiToken, secrets);
}
export {
  createDataRobotClient
};
