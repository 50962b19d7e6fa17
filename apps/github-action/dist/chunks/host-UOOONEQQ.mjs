import {
  fromResumeToken,
  isFinal,
  pollUntilDone,
  toResumeToken
} from "./chunk-764WMP73.mjs";
import {
  TableCheck,
  checkFileName,
  delimiters,
  detectDelimiter,
  peekSource,
  readTableHead,
  tapSource,
  watchSource
} from "./chunk-N3AD5INS.mjs";
import {
  array,
  boolean,
  choice,
  count,
  defineCatalog,
  duration,
  fallback,
  file,
  flag,
  getDotPath,
  minLength,
  nullish,
  number,
  number2,
  object,
  operationsOf,
  optional,
  pipe,
  record,
  reference,
  safeParse,
  savedFile,
  string,
  text,
  texts,
  transform,
  union,
  unknown
} from "./chunk-X2PTJA4X.mjs";
import {
  bearer,
  token
} from "./chunk-OVBFA4TU.mjs";
import {
  ApiError,
  CancelledError,
  EngineError,
  HttpClient,
  InputError,
  apiErrorFrom,
  defaultRetryPolicy,
  isApiError,
  isCancelled,
  isEngineError,
  isInputError,
  isTransportError,
  parseJson,
  pathSegment,
  pauseMs,
  quoteVendorText,
  readBeginning,
  redactUrls
} from "./chunk-GBW5WBB5.mjs";
import "./chunk-Z6IZFNNT.mjs";

// packages/datarobot/src/client/decode.ts
var id = pipe(
  union([string(), number()], "must be an ID"),
  transform(String),
  minLength(1, "must be an ID")
);
var perhaps = (schema) => fallback(
  pipe(
    nullish(schema),
    transform((value) => value ?? void 0)
  ),
  void 0
);
function decodeAs(schema) {
  return (value) => {
    const parsed2 = safeParse(schema, value, { abortEarly: true });
    if (parsed2.success) return parsed2.output;
    const [issue] = parsed2.issues;
    const field = getDotPath(issue);
    throw new Error(
      field === null ? "the answer is no object" : `the field "${field}" is missing or not as documented`
    );
  };
}

// packages/datarobot/src/client/batch-job.ts
var entries = {
  id,
  status: string(),
  statusDetails: perhaps(string()),
  created: perhaps(string()),
  elapsedTimeSec: perhaps(number()),
  percentageCompleted: perhaps(number()),
  scoredRows: perhaps(number()),
  failedRows: perhaps(number()),
  skippedRows: perhaps(number()),
  queued: perhaps(boolean()),
  queuePosition: perhaps(number()),
  resultsDeleted: perhaps(boolean()),
  logs: perhaps(array(string())),
  links: perhaps(object({ csvUpload: perhaps(string()), download: perhaps(string()) })),
  jobSpec: perhaps(
    object({
      csvSettings: perhaps(object({ delimiter: perhaps(string()), quotechar: perhaps(string()) })),
      outputSettings: perhaps(object({ type: perhaps(string()) })),
      timeseriesSettings: perhaps(record(string(), unknown()))
    })
  )
};
var batchJob = object(entries);

// packages/datarobot/src/client/id-in-location.ts
function idInLocation(collection2, location) {
  const segments = (location ?? "").replace(/[?#].*$/s, "").split("/");
  const id2 = segments[segments.indexOf(collection2) + 1];
  return segments.includes(collection2) && id2 !== "" ? id2 : void 0;
}

// packages/datarobot/src/client/json-body.ts
var jsonBody = (value) => ({
  kind: "bytes",
  bytes: new TextEncoder().encode(JSON.stringify(value))
});

// packages/datarobot/src/client/page.ts
var pageOf = (entry) => pipe(
  object({ data: array(entry), next: perhaps(string()), totalCount: perhaps(number()) }),
  transform(({ data, next, totalCount }) => ({
    entries: data,
    more: next !== void 0 && next !== "" && data.length > 0,
    total: totalCount
  }))
);

// packages/datarobot/src/client/batch-predictions.ts
var collection = "/batchPredictions/";
var jobPath = (jobId, rest = "") => `${collection}${pathSegment(jobId)}/${rest}`;
function batchPredictionCalls(port) {
  const getBatchJob = (jobId, signal) => port.json(
    {
      doing: `read the status of batch job ${jobId}`,
      method: "GET",
      path: jobPath(jobId),
      idempotent: true,
      signal
    },
    batchJob
  );
  return {
    getBatchJob,
    async createBatchJob(request, signal) {
      const created = await port.created(
        {
          doing: `create a batch job for deployment ${request.deploymentId}`,
          method: "POST",
          path: collection,
          headers: { "content-type": "application/json" },
          body: jsonBody(request),
          idempotent: true,
          signal
        },
        batchJob
      );
      if (created.value) return created.value;
      const jobId = idInLocation("batchPredictions", created.location);
      if (jobId === void 0) throw created.unusable();
      return getBatchJob(jobId, signal);
    },
    putCsv: ({ job, source, onBytesTaken }, signal) => port.send({
      doing: `upload the data of batch job ${job.id}`,
      method: "PUT",
      path: jobPath(job.id, "csvUpload/"),
      link: job.links?.csvUpload,
      headers: { "content-type": "text/csv" },
      body: { kind: "stream", source },
      idempotent: false,
      retry: { maxAttempts: 1 },
      signal,
      onBytesTaken
    }),
    getBatchJobs: (filter, signal) => port.json(
      {
        doing: "list the batch jobs",
        method: "GET",
        path: collection,
        query: { ...filter },
        idempotent: true,
        signal
      },
      pageOf(batchJob)
    ),
    deleteBatchJob: (jobId, signal) => port.send({
      doing: `abort batch job ${jobId}`,
      method: "DELETE",
      path: jobPath(jobId),
      idempotent: true,
      signal
    }),
    downloadScored: (job, signal) => port.download({
      doing: `download the result of batch job ${job.id}`,
      method: "GET",
      path: jobPath(job.id, "download/"),
      link: job.links?.download,
      headers: { accept: "*/*" },
      idempotent: true,
      signal
    })
  };
}

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
var maxCreatedBytes = 4 * 1024 * 1024;
function createCallPort({ http, endpoint, timeouts, clock, redact }) {
  const placed = ({ link, path, ...call }, timeoutMs) => ({
    ...call,
    path: (link === void 0 ? void 0 : reRoot(endpoint, link)) ?? path,
    timeoutMs
  });
  return {
    json: (call, schema) => http.json(placed(call, timeouts.jsonMs), decodeAs(schema)),
    send: (call) => http.send(placed(call, call.body?.kind === "stream" ? timeouts.uploadMs : timeouts.jsonMs)),
    download: (call) => http.stream(placed(call, timeouts.downloadMs)),
    async created(call, schema) {
      const { status, headers, body } = await http.stream(placed(call, timeouts.jsonMs));
      const text2 = await readBeginning(body, maxCreatedBytes);
      if (call.signal.aborted) throw new CancelledError(call.doing);
      return {
        value: attempt(() => decodeAs(schema)(parseJson(text2))),
        location: headers["location"],
        unusable: () => apiErrorFrom(
          call.doing,
          { status, headers, text: text2 },
          { code: "unexpected-answer", vendorMessage: `${text2.slice(0, 200)} (no job in it)` },
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

// packages/datarobot/src/client/deployments.ts
var deployment = object({
  id,
  label: perhaps(string()),
  status: perhaps(string()),
  model: perhaps(
    object({
      type: perhaps(string()),
      targetName: perhaps(string()),
      targetType: perhaps(string())
    })
  )
});
var deploymentCalls = (port) => ({
  getDeployments: (request, signal) => port.json(
    {
      doing: "list the deployments",
      method: "GET",
      path: "/deployments/",
      query: { ...request },
      idempotent: true,
      signal
    },
    pageOf(deployment)
  )
});

// packages/datarobot/src/client/endpoint.ts
var defaultEndpoint = "https://app.datarobot.com/api/v2";
var refuse = (problem, remedy) => new InputError([{ field: "endpoint", problem, remedy }]);
function normalEndpoint(given) {
  const text2 = given.trim();
  if (!/^https?:\/\//i.test(text2) || !URL.canParse(text2)) {
    throw refuse("must be a URL that starts with https:// or http://", `Give, e.g., ${defaultEndpoint}.`);
  }
  const { origin, pathname, search, hash, username, password } = new URL(text2);
  if (username !== "" || password !== "") {
    throw refuse("must have no user name and no password", "Give the key as the API token.");
  }
  if (search !== "" || hash !== "") {
    throw refuse("must end with its path", 'Leave out everything from "?" or "#" on.');
  }
  const path = pathname.replace(/\/+$/, "");
  return `${origin}${path}${/\/api\/v2$/i.test(path) ? "" : "/api/v2"}`;
}

// packages/datarobot/src/client/limits.ts
var defaultTimeouts = { jsonMs: 6e4, uploadMs: 6e5, downloadMs: 66e4 };
var retryRules = {
  maxAttempts: 5,
  baseDelayMs: 1e3,
  maxDelayMs: 3e4,
  maxRetryAfterMs: 3e5,
  totalTimeoutMs: 15e5
};

// packages/datarobot/src/client/message-text.ts
var maxDepth = 4;
function messageText(body) {
  const said = [body["message"], body["errors"]].map((part) => wordsOf(part)).filter((part) => part !== "");
  return said.length > 0 ? [...new Set(said)].join("; ") : wordsOf(body);
}
function wordsOf(value, depth = 0) {
  if (value === null || value === void 0 || depth > maxDepth) return "";
  if (Array.isArray(value)) return join(value.map((one) => wordsOf(one, depth + 1)));
  if (typeof value !== "object") return String(value);
  return join(
    Object.entries(value).map(([name, one]) => {
      const words = wordsOf(one, depth + 1);
      return words === "" ? "" : `${name}: ${words}`;
    })
  );
}
var join = (parts) => parts.filter((part) => part !== "").join("; ");

// packages/datarobot/src/client/read-failure.ts
function readFailure({ status, headers, text: text2 }) {
  if (status >= 200 && status < 300) return void 0;
  if (status >= 300 && status < 400) return redirected(headers["location"]);
  const body = parsed(text2);
  const said = body ? messageText(body) : withoutTags(text2);
  const errorName = body?.["errorName"];
  return {
    vendorMessage: said,
    ...typeof errorName === "string" && { vendorCode: errorName },
    ...rulesOf(status, headers),
    ...isOldKeyRefusal(status, body) && { code: "unauthorized", remedy: badKey }
  };
}
var badKey = "Check the API key and that it belongs to this endpoint: each region and each installation has keys of its own.";
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
var redirected = (location) => ({
  code: "unexpected-answer",
  vendorMessage: location === void 0 ? "a redirect to nowhere" : `a redirect to ${location}`,
  remedy: "Check the endpoint: redirects are not followed, so give the address that it leads to."
});
function parsed(text2) {
  try {
    const value = parseJson(text2);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : void 0;
  } catch {
    return void 0;
  }
}
var withoutTags = (text2) => text2.slice(0, 2e4).replace(/<(style|script)\b[^<]{0,5000}<\/\1>/gi, " ").replace(/<[^<>]{0,2000}>/g, " ").replace(/\s+/g, " ").trim();

// packages/datarobot/src/client/watch-deprecation.ts
function watchDeprecation(transport, warn) {
  let told = false;
  return {
    async send(request) {
      const response = await transport.send(request);
      const said = response.headers["deprecation"];
      if (said !== void 0 && !told) {
        told = true;
        const { pathname } = new URL(request.url);
        const words = quoteVendorText(said, redactUrls, 200);
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
  const http = new HttpClient({
    transport: warn ? watchDeprecation(transport, warn) : transport,
    clock,
    baseUrl: endpoint,
    authorizer: authorizerOf(options),
    headers: { "user-agent": userAgent },
    redact: secrets.redact,
    readError: readFailure,
    retry: { ...retryRules, ...options.retry },
    random
  });
  const timeouts = { ...defaultTimeouts, ...options.timeouts };
  const port = createCallPort({ http, endpoint, timeouts, clock, redact: secrets.redact });
  return { endpoint, ...batchPredictionCalls(port), ...deploymentCalls(port) };
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

// packages/datarobot/src/vendor.ts
var vendor = "datarobot";

// packages/datarobot/src/jobs/job-state.ts
var states = {
  INITIALIZING: "waiting",
  RUNNING: "running",
  COMPLETED: "succeeded",
  ABORTED: "failed",
  FAILED: "failed"
};
var jobState = (status) => states[status.trim().toUpperCase()] ?? "unknown";

// packages/datarobot/src/jobs/is-awaiting-data.ts
var isAwaitingData = ({ status, queued, links }) => jobState(status) === "waiting" && queued === false && links?.csvUpload !== void 0;

// packages/datarobot/src/jobs/job-message.ts
var maxDetails = 500;
function jobMessage(job) {
  const said = [aheadOf(job), failedRows(job), lastWords(job)].filter((part) => part !== "");
  return said.length > 0 ? said.join("; ") : void 0;
}
var lastWords = ({ statusDetails, logs }) => quoted(statusDetails ?? logs?.at(-1) ?? "");
var quoted = (line) => quoteVendorText(line, redactUrls, maxDetails);
function aheadOf(job) {
  if (jobState(job.status) !== "waiting") return "";
  if (isAwaitingData(job)) return "waits for its data";
  const ahead = job.queuePosition ?? 0;
  if (ahead <= 0) return "";
  return ahead === 1 ? "1 job is ahead of it" : `${ahead} jobs are ahead of it`;
}
var failedRows = ({ failedRows: failed = 0 }) => failed > 0 ? `${failed} ${failed === 1 ? "row" : "rows"} could not be scored` : "";

// packages/datarobot/src/jobs/batch-prediction-job.ts
var batchPrediction = "batch-prediction";
var batchPredictionJob = (client, jobId) => ({
  reference: { vendor, kind: batchPrediction, id: jobId },
  async read(signal) {
    const job = await client.getBatchJob(jobId, signal).catch((error) => {
      throw passing(error);
    });
    const percent = job.percentageCompleted;
    return {
      state: jobState(job.status),
      rawStatus: job.status,
      progress: percent === void 0 ? void 0 : Math.min(1, Math.max(0, percent / 100)),
      message: jobMessage(job),
      result: job
    };
  }
});
var passing = (error) => isApiError(error) && error.status === 500 ? new ApiError({ ...error, message: error.message, retryable: true, cause: error }) : error;

// packages/datarobot/src/jobs/look-at-job.ts
async function lookAtJob(client, jobId, signal) {
  try {
    return await client.getBatchJob(jobId, signal);
  } catch (error) {
    if (isApiError(error) && error.code === "not-found") return "gone";
    throw error;
  }
}

// packages/datarobot/src/jobs/cancel-batch-prediction.ts
var maxDeletes = 3;
async function cancelBatchPrediction({ client, signal }, jobId) {
  for (let deletes = 1; ; deletes++) {
    try {
      await client.deleteBatchJob(jobId, signal);
      return "cancelled";
    } catch (error) {
      if (!isApiError(error) || error.status !== 404 && error.status !== 409) throw error;
      const job = await lookAtJob(client, jobId, signal);
      const state = job === "gone" ? "cancelled" : jobState(job.status);
      if (isFinal(state)) return "already-ended";
      if (error.status === 404 && state === "waiting") return "cancelled";
      if (deletes >= maxDeletes) throw error;
    }
  }
}

// packages/datarobot/src/lookups.ts
var pageLength = 100;
var deployments = async ({ client, signal }, { filter, next }) => {
  const offset = Number(next ?? 0);
  const { entries: entries2, more } = await client.getDeployments(
    { offset, limit: pageLength, search: filter?.trim() || void 0 },
    signal
  );
  return {
    entries: entries2.map(({ id: id2, label, status, model }) => ({
      value: id2,
      title: label ?? id2,
      description: [model?.targetName, model?.targetType, status].filter(Boolean).join(", ") || void 0
    })),
    next: more ? String(offset + entries2.length) : void 0
  };
};

// packages/datarobot/src/operations/shared/batch-job-input.ts
var batchJobInput = text({
  title: "Job ID",
  description: "The ID of the batch job, or its resume token",
  placeholder: "e.g. 5e7e6a3f8e7d8c0001a1b2c3",
  maxLength: 1e3
});
var tokenStart = "eyJ2Ij";
function batchJobIdOf(given) {
  const refuse2 = (problem, remedy) => new InputError([{ field: "jobId", problem, remedy }]);
  if (/[\s/\\?#]/.test(given) || /^\.+$/.test(given)) {
    throw refuse2(`"${given}" is no ID`, "Pass the ID that the scoring step gave, with nothing around it.");
  }
  if (!given.startsWith(tokenStart)) return given;
  try {
    return fromResumeToken(given, { vendor, kind: batchPrediction }).id;
  } catch (error) {
    if (!isInputError(error)) throw error;
    const [fault] = error.faults;
    throw refuse2(fault?.problem ?? error.message, fault?.remedy);
  }
}

// packages/datarobot/src/operations/shared/define-operation.ts
var defineOperation = operationsOf();

// packages/datarobot/src/operations/abort-batch.ts
var abortBatch = defineOperation({
  resource: "batchPrediction",
  name: "abort",
  title: "Abort",
  action: "Abort batch prediction",
  summary: "End a batch job and remove it; one that has ended stays as it is",
  inputs: object({ jobId: batchJobInput }),
  outputs: object({
    jobId: text({ title: "Job ID", description: "ID of the batch job" }),
    outcome: choice({
      title: "Outcome",
      description: "What the abort found",
      choices: {
        cancelled: { title: "Cancelled", description: "The job was ended, or never starts" },
        "already-ended": { title: "Already Ended", description: "The job had ended or was gone before" }
      }
    })
  }),
  async run(context, given) {
    const jobId = batchJobIdOf(given.jobId);
    return { jobId, outcome: await cancelBatchPrediction(context, jobId) };
  }
});

// packages/datarobot/src/scoring/outputs-of.ts
function outputsOf(jobId, told) {
  const { job, finished, resultFile } = told;
  return {
    jobId,
    status: job?.status,
    finished,
    pending: !finished,
    scoredRows: job?.scoredRows,
    failedRows: job?.failedRows,
    skippedRows: job?.skippedRows,
    percentageCompleted: job?.percentageCompleted,
    queuePosition: job?.queuePosition,
    message: job && jobMessage(job),
    resultFile,
    resumeToken: toResumeToken({ vendor, kind: batchPrediction, id: jobId })
  };
}

// packages/datarobot/src/operations/shared/batch-outputs.ts
var statusOutputs = {
  jobId: text({ title: "Job ID", description: "ID of the batch job" }),
  status: optional(
    text({
      title: "Status",
      description: "The vendor's own word: INITIALIZING, RUNNING, COMPLETED, ABORTED or FAILED as far as is documented"
    })
  ),
  finished: flag({ title: "Finished", description: "Whether the job has completed" }),
  pending: flag({
    title: "Pending",
    description: "Whether the job was still queued or running when last looked at"
  }),
  scoredRows: optional(count({ title: "Scored Rows", description: "Rows that were scored so far" })),
  failedRows: optional(count({ title: "Failed Rows", description: "Rows that could not be scored" })),
  skippedRows: optional(
    count({ title: "Skipped Rows", description: "Rows that were left out, as time series do with history" })
  ),
  percentageCompleted: optional(
    number2({
      title: "Percentage Completed",
      description: "Share of the rows that were processed, from 0 to 100, as the vendor tells it",
      advanced: true
    })
  ),
  queuePosition: optional(
    count({ title: "Queue Position", description: "Number of jobs that are ahead of it", advanced: true })
  ),
  message: optional(
    text({ title: "Message", description: "What the job was doing, in its own last words" })
  )
};
var waitOutputs = {
  ...statusOutputs,
  resultFile: optional(
    savedFile({ title: "Result File", description: "The scored rows as CSV, checked to be whole" })
  ),
  resumeToken: text({ title: "Resume Token", description: "Names the job for a later wait" })
};

// packages/datarobot/src/operations/get-batch.ts
var getBatch = defineOperation({
  resource: "batchPrediction",
  name: "get",
  title: "Get",
  action: "Get batch prediction",
  summary: "Get the status of a batch job once, without waiting",
  inputs: object({ jobId: batchJobInput }),
  outputs: object({
    ...statusOutputs,
    failed: flag({ title: "Failed", description: "Whether the job has ended badly" }),
    created: optional(text({ title: "Created", description: "When the job was made", advanced: true })),
    logs: optional(texts({ title: "Logs", description: "What the job has logged", advanced: true }))
  }),
  async run({ client, signal }, given) {
    const jobId = batchJobIdOf(given.jobId);
    const job = await client.getBatchJob(jobId, signal);
    const state = jobState(job.status);
    const {
      resumeToken: _,
      resultFile: __,
      ...status
    } = outputsOf(jobId, {
      job,
      finished: state === "succeeded"
    });
    const failed = state === "failed";
    return {
      ...status,
      pending: status.pending && !failed,
      failed,
      created: job.created,
      logs: job.logs?.map(quoted)
    };
  }
});

// packages/datarobot/src/jobs/job-failed.ts
var maxLogs = 3;
function jobFailed(job, cause) {
  const logs = (job.logs ?? []).slice(-maxLogs).map(quoted);
  const details = lastWords(job);
  const said = [...logs.includes(details) || details === "" ? [] : [details], ...logs];
  const { scoredRows = 0, failedRows: failedRows2 = 0 } = job;
  return new EngineError({
    code: "job-failed",
    message: `Batch job ${job.id} ended as ${job.status} after ${scoredRows} scored and ${failedRows2} failed rows${said.length > 0 ? `: ${said.join(" | ")}` : ", and its log says nothing"}.`,
    remedy: "Mend what the log names: the columns of the data, its encoding or its delimiter. Where too many rows fail, Abort on Error can be switched off.",
    cause
  });
}

// packages/datarobot/src/jobs/wait-for-batch-prediction.ts
var firstPauseMs = 1e3;
async function waitForBatchPrediction(context, wait) {
  const { client, clock, signal, random, progress } = context;
  const job = batchPredictionJob(client, wait.jobId);
  const tell = teller(context, wait);
  progress({ type: "phase", title: "Wait for the batch prediction" });
  const read = async (readSignal) => {
    const snapshot = await job.read(readSignal);
    if (snapshot.result) tell(snapshot.result, snapshot.state === "unknown");
    return snapshot;
  };
  const outcome = await pollUntilDone(
    { ...job, read },
    {
      clock,
      signal,
      random,
      timeoutMs: wait.timeoutMs,
      interval: { initialMs: Math.min(firstPauseMs, wait.pollIntervalMs), maxMs: wait.pollIntervalMs },
      onChange: ({ result: _, ...snapshot }) => progress({ type: "status", job: job.reference, snapshot }),
      onFault: (error, faultsInARow) => {
        const message = error instanceof Error ? error.message : String(error);
        progress({ type: "fault", job: job.reference, faultsInARow, message });
      }
    }
  );
  const last = outcome.snapshot?.result;
  if (outcome.ended && last && outcome.snapshot.state !== "succeeded") throw jobFailed(last);
  return { finished: outcome.ended, job: last };
}
function teller({ clock, progress }, wait) {
  const startedAtMs = clock.now();
  const told = /* @__PURE__ */ new Set();
  let rowsDone = 0;
  const warnOnce = (about, message) => {
    if (!told.has(about)) progress({ type: "warning", message });
    told.add(about);
  };
  return (job, isUnknown) => {
    const done = (job.scoredRows ?? 0) + (job.failedRows ?? 0) + (job.skippedRows ?? 0);
    if (wait.sentRows !== void 0 && done > rowsDone) {
      progress({ type: "rows", done, total: wait.sentRows });
      rowsDone = done;
    }
    if (isUnknown) {
      warnOnce(
        job.status,
        `Batch job ${job.id} has the status "${job.status}", which is not documented: it is waited for until the time is up.`
      );
    }
    if (isAwaitingData(job) && clock.now() - startedAtMs >= wait.dataGraceMs) {
      warnOnce(
        "no data",
        `Batch job ${job.id} waits for data that nobody may be sending: its upload was never begun or has broken off. If that is so it never starts; score the file anew.`
      );
    }
  };
}

// packages/datarobot/src/result/check-result.ts
function checkResult(job, rows) {
  const state = jobState(job.status);
  if (state === "failed") throw jobFailed(job);
  if (state !== "succeeded") {
    throw new EngineError({
      code: "source-mismatch",
      message: `The result of batch job ${job.id} came to an end while the job is ${job.status}.`,
      remedy: "Wait for the job, then download the result again."
    });
  }
  const { scoredRows: scored, failedRows: failed = 0 } = job;
  if (rows === void 0 || scored === void 0) {
    return `Whether the result of batch job ${job.id} has all rows could not be checked: ${rows === void 0 ? "its quotes are not of the standard kind" : "the job does not tell how many it scored"}.`;
  }
  if (rows === scored || rows === scored + failed) return void 0;
  const differs = `has ${rows} rows, and the job counts ${scored} scored and ${failed} failed ones`;
  if (job.jobSpec?.timeseriesSettings) return `The result of batch job ${job.id} ${differs}.`;
  throw new EngineError({
    code: "source-mismatch",
    message: `The result of batch job ${job.id} ${differs}: it is not whole.`,
    remedy: "Download it again; if it stays so, score the file anew."
  });
}

// packages/datarobot/src/result/results-deleted.ts
var resultsDeleted = (jobId, cause) => new EngineError({
  code: "not-found",
  message: `The result of batch job ${jobId} has been deleted: DataRobot keeps it for 48 hours, unless an installation says otherwise.`,
  remedy: "Score the file anew, and download the result sooner.",
  cause
});

// packages/datarobot/src/result/explain-refusal.ts
async function explainRefusal({ client, signal }, jobId, error) {
  if (!isApiError(error) || ![404, 410, 422].includes(error.status)) return error;
  const job = await lookAtJob(client, jobId, signal).catch(() => void 0);
  if (job === void 0 || job === "gone") return error;
  if (job.resultsDeleted === true) return resultsDeleted(jobId, error);
  return jobState(job.status) === "failed" ? jobFailed(job, error) : error;
}

// packages/datarobot/src/scoring/csv-words.ts
var standardQuote = '"';
var isUtf8 = (encoding) => /^(utf[-_]?8([-_]sig)?|u8)$/i.test(encoding.trim());

// packages/datarobot/src/result/row-tally.ts
function rowTally({ id: id2, jobSpec }) {
  const { delimiter = ",", quotechar = standardQuote } = jobSpec?.csvSettings ?? {};
  if (quotechar !== standardQuote) return void 0;
  const check = new TableCheck(`the result of batch job ${id2}`, {
    delimiter: delimiter === "tab" ? "	" : delimiter,
    refuses: () => false
  });
  return {
    see: (chunk) => check.see(chunk),
    total: () => {
      check.end();
      return check.dataRows;
    }
  };
}

// packages/datarobot/src/result/save-scored.ts
var maxDownloads = 3;
var lastLookMs = 12e4;
var isPassing = (error) => isTransportError(error) ? error.kind === "timeout" || error.kind === "network" : isEngineError(error) && (error.code === "source-mismatch" || isApiError(error) && error.retryable);
async function saveScored(context, job, fileName = `result-${job.id}.csv`) {
  const { signal, progress } = context;
  if (job.resultsDeleted === true) throw resultsDeleted(job.id);
  const output = job.jobSpec?.outputSettings?.type ?? "localFile";
  if (output !== "localFile" && job.links?.download === void 0) {
    const message = `Batch job ${job.id} writes its result to ${output}, so that there is no file to download.`;
    progress({ type: "warning", message });
    return void 0;
  }
  progress({ type: "phase", title: "Download the result" });
  for (let attempt2 = 1; ; attempt2++) {
    try {
      return await saveOnce(context, job, fileName);
    } catch (error) {
      if (signal.aborted || attempt2 >= maxDownloads || !isPassing(error)) throw error;
      progress({ type: "warning", message: `The download begins anew: ${error.message}` });
    }
  }
}
async function saveOnce(context, job, name) {
  const { client, signal, progress, save } = context;
  const { headers, body } = await client.downloadScored(job, signal).catch(async (error) => {
    throw await explainRefusal(context, job.id, error);
  });
  const length = exactLengthOf(headers);
  let failure;
  async function* checked() {
    const rows = rowTally(job);
    let bytes = 0;
    try {
      for await (const chunk of body) {
        rows?.see(chunk);
        bytes += chunk.length;
        progress({ type: "download", name, bytes, totalBytes: length });
        yield chunk;
      }
      const doubt = checkResult(await jobAtTheEnd(context, job), rows?.total());
      if (doubt !== void 0) progress({ type: "warning", message: doubt });
    } catch (error) {
      failure = error;
      throw error;
    }
  }
  try {
    return await save({ name, contentType: "text/csv", length, body: checked() });
  } catch (error) {
    body.cancel();
    throw failure ?? error;
  }
}
async function jobAtTheEnd(context, job) {
  const { client, clock, signal, random } = context;
  const { snapshot } = await pollUntilDone(batchPredictionJob(client, job.id), {
    ...{ clock, signal, random },
    ...{ timeoutMs: lastLookMs, interval: { initialMs: 1e3 } }
  });
  return snapshot?.result ?? job;
}
function exactLengthOf(headers) {
  const length = headers["content-length"];
  return length !== void 0 && headers["content-encoding"] === void 0 && /^\d+$/.test(length) ? Number(length) : void 0;
}

// packages/datarobot/src/scoring/tell-rows.ts
function tellRows({ progress }, job, sentRows) {
  const { id: id2, scoredRows, failedRows: failedRows2 = 0, skippedRows = 0 } = job;
  if (failedRows2 > 0) {
    progress({
      type: "warning",
      message: `${failedRows2} of the rows of batch job ${id2} could not be scored; with Include Prediction Status, the column prediction_status says which.`
    });
  }
  if (sentRows === void 0 || scoredRows === void 0) return;
  const counted = scoredRows + failedRows2 + skippedRows;
  if (counted === sentRows) return;
  progress({
    type: "warning",
    message: `${sentRows} rows were sent, and batch job ${id2} counts ${counted} (${scoredRows} scored, ${failedRows2} failed, ${skippedRows} skipped).`
  });
}

// packages/datarobot/src/scoring/await-result.ts
async function awaitResult(context, wishes) {
  const { jobId, sentRows, downloadResult, resultFileName } = wishes;
  const { finished, job } = await waitForBatchPrediction(context, wishes);
  if (!finished || !job) return outputsOf(jobId, { finished, job });
  tellRows(context, job, sentRows);
  const resultFile = downloadResult ? await saveScored(context, job, resultFileName) : void 0;
  return outputsOf(jobId, { finished, job, resultFile });
}

// packages/datarobot/src/scoring/batch-ledger.ts
var batchLedger = (jobs, fingerprint) => ({
  keep: (id2, phase) => jobs.keep({ vendor, kind: batchPrediction, id: id2, phase, fingerprint }),
  earlier: () => jobs.earlier(batchPrediction, fingerprint)
});
var batchFingerprint = ({ name, length }, request) => JSON.stringify([name, length ?? null, request]);

// packages/datarobot/src/scoring/counted-table.ts
function countedTable(table, { delimiter, readable, utf8, warn }) {
  let rows;
  const told = /* @__PURE__ */ new Set();
  const refusals = {
    "no-rows": true,
    "not-utf8": utf8,
    "open-quote": readable,
    "column-count": false
  };
  const tellOnce = ({ kind, problem, remedy }) => {
    if (kind === "column-count" && readable && !told.has(kind)) {
      warn(`"${table.name}" ${problem}. ${remedy}`);
    }
    told.add(kind);
  };
  return {
    sentRows: () => rows,
    source: tapSource(table, () => {
      const check = new TableCheck(table.name, {
        delimiter,
        refuses: ({ kind }) => refusals[kind],
        onWarning: tellOnce
      });
      rows = void 0;
      return {
        see: (chunk) => check.see(chunk),
        end: () => {
          check.end();
          rows = readable ? check.dataRows : void 0;
        }
      };
    })
  };
}

// packages/datarobot/src/scoring/check-data.ts
async function checkData(file2, rules, warn) {
  const { encoding = "utf-8", quotechar = standardQuote } = rules;
  const given = rules.delimiter === "tab" ? "	" : rules.delimiter;
  const readable = quotechar === standardQuote;
  const { source, delimiter } = readable ? await checkHead(file2, rules, given) : await glance(file2, given ?? void 0);
  if (rules.delimiter === void 0 && delimiter !== ",") {
    warn(
      `"${file2.name}" is delimited by ${delimiter === "	" ? "tabs" : `"${delimiter}"`}: the job is told so, and its result will be, too.`
    );
  }
  return {
    ...countedTable(source, { delimiter, readable, utf8: isUtf8(encoding), warn }),
    csvSettings: { delimiter: delimiter === "	" ? "tab" : delimiter, encoding, quotechar }
  };
}
async function checkHead(file2, rules, given) {
  const known = delimiters.find((one) => one === given);
  const head = await readTableHead(file2, { delimiter: known, maxRows: 20 });
  const faults = [...tableFaults(file2.name, head, rules), ...columnFaults(head, rules, given)];
  if (faults.length > 0) throw new InputError(faults);
  return { source: head.source, delimiter: given ?? head.delimiter };
}
function tableFaults(name, { complete, rows, encoding, encodingLooksUtf8 }, rules) {
  const faults = [];
  if (complete && rows.length === 0) {
    const remedy = "Pass a table with at least one row.";
    faults.push({ field: "file", problem: `"${name}" has a header and no rows`, remedy });
  }
  if (!encodingLooksUtf8 && isUtf8(rules.encoding ?? "utf-8")) {
    faults.push({
      field: "file",
      problem: `"${name}" is not UTF-8, as a file without another Encoding must be`,
      remedy: `Set Encoding to what it is (it may be ${encoding}), or save it as UTF-8.`
    });
  }
  return faults;
}
function columnFaults({ columns, encodingLooksUtf8, delimiter }, { passthroughColumns }, given) {
  if (!encodingLooksUtf8 || given !== void 0 && given !== delimiter) return [];
  return passthroughColumns.filter((name) => !columns.includes(name)).map((name) => ({
    field: "passthroughColumns",
    problem: `"${name}" is no column of the file`,
    remedy: "Give the names as they stand in its first line."
  }));
}
async function glance(file2, given) {
  const { head, source } = await peekSource(file2, 64 * 1024);
  if (head.length === 0) {
    const remedy = "Pass a table with a header line and at least one row.";
    throw new InputError([{ field: "file", problem: `"${file2.name}" is empty`, remedy }]);
  }
  return { source, delimiter: given ?? detectDelimiter(new TextDecoder("latin1").decode(head), file2.name) };
}

// packages/datarobot/src/scoring/score-request.ts
function toBatchRequest(settings, csvSettings) {
  const { deploymentId, passthroughColumns, maxExplanations, numConcurrent, chunkSize } = settings;
  const passthrough = settings.passthroughAllColumns ? { passthroughColumnsSet: "all" } : passthroughColumns.length > 0 ? { passthroughColumns } : {};
  return {
    deploymentId,
    intakeSettings: { type: "localFile", multipart: false, async: settings.scoreWhileUploading },
    outputSettings: { type: "localFile" },
    csvSettings,
    ...passthrough,
    includePredictionStatus: settings.includePredictionStatus,
    abortOnError: settings.abortOnError,
    ...maxExplanations > 0 && { maxExplanations },
    ...numConcurrent !== void 0 && { numConcurrent },
    ...chunkSize !== void 0 && { chunkSize: /^\d+$/.test(chunkSize) ? Number(chunkSize) : chunkSize }
  };
}

// packages/datarobot/src/scoring/abandon-job.ts
async function abandonJob(context, jobId) {
  await cancelBatchPrediction(context, jobId).catch((error) => {
    if (isCancelled(error)) throw error;
    const why = error instanceof Error ? error.message : String(error);
    context.progress({
      type: "warning",
      message: `Batch job ${jobId} has no use any more, and could not be removed: ${why}`
    });
  });
}

// packages/datarobot/src/scoring/is-uploaded-whole.ts
function isUploadedWhole(job, { queued, scoreWhileUploading }) {
  const state = jobState(job.status);
  if (state === "succeeded" || scoreWhileUploading) return state === "succeeded";
  return state === "running" || queued === false && job.queued === true;
}

// packages/datarobot/src/scoring/take-up-job.ts
async function takeUpJob(context, ledger, scoreWhileUploading) {
  const record2 = await ledger.earlier();
  if (!record2) return void 0;
  const job = await lookAtJob(context.client, record2.id, context.signal);
  if (job === "gone" || job.resultsDeleted === true || jobState(job.status) === "failed") return void 0;
  const isWhole = record2.phase === "uploaded" || isUploadedWhole(job, { queued: void 0, scoreWhileUploading });
  if (!isWhole) {
    await abandonJob(context, job.id);
    return void 0;
  }
  context.progress({
    type: "warning",
    message: `Going on with batch job ${job.id} of an earlier try, in place of scoring the file again.`
  });
  return job.id;
}

// packages/datarobot/src/scoring/with-logs.ts
function withLogs(error, job) {
  const words = lastWords(job);
  const known = words === "" || error.message.includes(words);
  return new ApiError({
    ...error,
    message: known ? error.message : `${error.message} The job's log says: "${words}".`,
    remedy: "Check that the file is a CSV in the given encoding, with the given delimiter.",
    cause: error
  });
}

// packages/datarobot/src/scoring/upload-data.ts
async function uploadData(context, upload) {
  const { client, signal, progress } = context;
  const { job, source } = upload;
  const { name, length: totalBytes } = source;
  const watched = watchSource(source);
  try {
    await client.putCsv(
      {
        job,
        source: watched.source,
        onBytesTaken: (bytes) => progress({ type: "upload", name, bytes, totalBytes })
      },
      signal
    );
    if (totalBytes === void 0 || watched.givenBytes >= totalBytes) return { arrived: true };
    return { arrived: false, again: false, error: answeredEarly(job.id, totalBytes) };
  } catch (error) {
    if (signal.aborted || isCancelled(error))
      throw new CancelledError(`upload the data of batch job ${job.id}`);
    if (watched.failure !== void 0) return { arrived: false, again: false, error: watched.failure };
    return judge(context, upload, error);
  }
}
async function judge({ client, signal }, { job, scoreWhileUploading }, error) {
  if (isRefusal(error)) return { arrived: false, again: false, error };
  const look = await lookAtJob(client, job.id, signal).catch((failure) => {
    if (isCancelled(failure)) throw failure;
    return "unseen";
  });
  if (look === "unseen") return { arrived: false, again: false, error };
  if (look === "gone") return { arrived: false, again: true, error };
  if (jobState(look.status) === "failed") {
    const brokeOff = isTransportError(error) && error.bodyTaken !== "all" && !scoreWhileUploading;
    return { arrived: false, again: brokeOff, error: jobFailed(look, error) };
  }
  if (isUploadedWhole(look, { queued: job.queued, scoreWhileUploading })) return { arrived: true };
  const refused = isApiError(error) && error.status === 422;
  return { arrived: false, again: !refused, error: refused ? withLogs(error, look) : error };
}
function isRefusal(error) {
  if (isTransportError(error)) return error.kind !== "timeout" && error.kind !== "network";
  if (!isApiError(error)) return true;
  return error.status < 500 && ![404, 408, 409, 410, 422, 429].includes(error.status);
}
var answeredEarly = (jobId, totalBytes) => new EngineError({
  code: "unexpected-answer",
  message: `Could not upload the data of batch job ${jobId}: success was answered before all ${totalBytes} bytes were sent.`,
  remedy: "Check the proxy: something other than DataRobot may be answering there."
});

// packages/datarobot/src/scoring/start-scoring.ts
var maxJobs = 3;
async function startScoring(context, ledger, request, table) {
  const { client, signal, progress } = context;
  const { source } = table;
  const scoreWhileUploading = request.intakeSettings.async ?? true;
  const earlier = await takeUpJob(context, ledger, scoreWhileUploading);
  if (earlier !== void 0) return { jobId: earlier, sentRows: void 0 };
  progress({ type: "phase", title: "Upload the data" });
  for (let jobs = 1; ; jobs++) {
    const job = await client.createBatchJob(request, signal);
    await ledger.keep(job.id, "created");
    await ledger.keep(job.id, "uploading");
    const uploaded = await uploadData(context, { job, source, scoreWhileUploading });
    if (uploaded.arrived) {
      await ledger.keep(job.id, "uploaded");
      return { jobId: job.id, sentRows: table.sentRows() };
    }
    await abandonJob(context, job.id);
    const { again, error } = uploaded;
    const pause = again && jobs < maxJobs && source.replayable ? pauseAfter(error, jobs, context) : void 0;
    if (pause === void 0) throw error;
    progress({
      type: "warning",
      message: `The upload begins anew with another job: ${error instanceof Error ? error.message : String(error)}`
    });
    await context.clock.sleep(pause, signal).catch(() => {
      throw new CancelledError(`upload the data for deployment ${request.deploymentId}`);
    });
  }
}
var pauseAfter = (error, jobs, { random }) => pauseMs(
  { ...defaultRetryPolicy, ...retryRules },
  jobs,
  isApiError(error) ? error.retryAfterMs : void 0,
  random
);

// packages/datarobot/src/operations/shared/result-file-name.ts
function checkResultFileName(name) {
  const problem = name === void 0 ? void 0 : checkFileName(name);
  if (problem === void 0) return;
  const remedy = "Give a plain file name such as churn-scored.csv.";
  throw new InputError([{ field: "resultFileName", problem, remedy }]);
}

// packages/datarobot/src/operations/shared/score-inputs.ts
var resultInputs = {
  passthroughColumns: optional(
    texts({
      title: "Passthrough Columns",
      description: "Columns of the file to repeat in the result: a key among them is the only way to join both, since the order of rows is not promised",
      advanced: true
    }),
    () => []
  ),
  passthroughAllColumns: optional(
    flag({
      title: "Passthrough All Columns",
      description: "Whether to repeat all columns of the file in the result",
      advanced: true
    }),
    false
  ),
  includePredictionStatus: optional(
    flag({
      title: "Include Prediction Status",
      description: "Whether to add the column prediction_status, which tells rows that could not be scored",
      advanced: true
    }),
    true
  ),
  maxExplanations: optional(
    count({
      title: "Max Explanations",
      description: "How many features to explain each prediction with; this can take many times as long",
      min: 0,
      max: 100,
      advanced: true
    }),
    0
  )
};
var mark = /^([!-/:-@[-`{-~]|tab)$/;
var csvInputs = {
  delimiter: optional(
    text({
      title: "Delimiter",
      description: "What stands between two fields: one character, or the word tab; without it, what the first line shows",
      placeholder: "e.g. ;",
      pattern: mark,
      patternHint: "one character or the word tab",
      advanced: true
    })
  ),
  encoding: optional(
    text({
      title: "Encoding",
      description: "Encoding of the file and of the result; nothing is converted on the way",
      placeholder: "e.g. shift_jis",
      pattern: /^[A-Za-z0-9._-]+$/,
      patternHint: "the name of an encoding",
      advanced: true
    }),
    "utf-8"
  ),
  quoteCharacter: optional(
    text({
      title: "Quote Character",
      description: "What encloses fields with delimiters or line breaks in them",
      pattern: /^[^\s\w]$/,
      patternHint: "one character",
      advanced: true
    }),
    '"'
  )
};
var jobInputs = {
  abortOnError: optional(
    flag({
      title: "Abort on Error",
      description: "Whether to end the job when too many rows cannot be scored; how many is not documented",
      advanced: true
    }),
    true
  ),
  scoreWhileUploading: optional(
    flag({
      title: "Score While Uploading",
      description: "Whether to begin scoring with the first rows, which is faster on a fast line; a slow or broken upload then blocks the jobs of others, or leaves part of a result",
      advanced: true
    }),
    false
  ),
  numConcurrent: optional(
    count({
      title: "Concurrent Requests",
      description: "How many requests to score with at a time; fewer leave room for predictions in real time, and without it there are as many as the deployment has cores",
      min: 1,
      advanced: true
    })
  ),
  chunkSize: optional(
    text({
      title: "Chunk Size",
      description: "How the job cuts the rows: auto, fixed, dynamic, or a number of bytes",
      placeholder: "e.g. auto",
      pattern: /^(auto|fixed|dynamic|[1-9]\d*)$/,
      patternHint: "auto, fixed, dynamic or a number of bytes",
      advanced: true
    })
  )
};

// packages/datarobot/src/operations/shared/waiting-inputs.ts
var second = 1e3;
var hour = 3600 * second;
var waitingInputs = {
  downloadResult: optional(
    flag({
      title: "Download Result",
      description: "Whether to save the result once the job has completed, checked to be whole",
      advanced: true
    }),
    true
  ),
  resultFileName: optional(
    text({
      title: "Result File Name",
      description: "Name to save the result under; without it, result-<job ID>.csv",
      placeholder: "e.g. churn-scored.csv",
      maxLength: 255,
      advanced: true
    })
  ),
  // A job may run for 4 h in the cloud (5.1); with an hour in the queue, that still fits into a CI job of 6 h
  timeoutMs: optional(
    duration({
      title: "Timeout",
      description: "How long to wait for the job once its data are there; one that is queued or runs on is not stopped and can be waited for again",
      minMs: second,
      maxMs: 7 * 24 * hour,
      advanced: true
    }),
    5 * hour
  ),
  pollIntervalMs: optional(
    duration({
      title: "Poll Interval",
      description: "Longest pause between two looks at the job; it begins at 1 second and grows to this",
      minMs: second,
      maxMs: hour,
      advanced: true
    }),
    15 * second
  )
};

// packages/datarobot/src/operations/score-batch.ts
var dataGraceMs = 3e4;
var scoreBatch = defineOperation({
  resource: "batchPrediction",
  name: "score",
  title: "Score",
  action: "Score file as batch prediction",
  summary: "Score a CSV file of any size with a deployment: upload it, wait behind other jobs, get the result",
  ciStep: "batch-predict",
  cancellable: true,
  inputs: object({
    deploymentId: reference({
      title: "Deployment",
      description: "The deployment whose model scores the rows; a later replacement does not change the job",
      lookup: "deployments",
      urlPattern: "/deployments/([^/?#]+)",
      placeholder: "e.g. 5e7e6a3f8e7d8c0001a1b2c3"
    }),
    file: file({
      title: "File",
      description: "The rows to score, as CSV with a header line",
      extensions: ["csv", "tsv", "txt"]
    }),
    waitForCompletion: optional(
      flag({
        title: "Wait for Completion",
        description: "Whether to wait for the result instead of returning right after the upload"
      }),
      true
    ),
    ...resultInputs,
    ...csvInputs,
    ...jobInputs,
    ...waitingInputs
  }),
  outputs: object(waitOutputs),
  async run(context, given) {
    const { client, signal, progress } = context;
    checkResultFileName(given.resultFileName);
    const data = await checkData(
      given.file,
      { ...given, quotechar: given.quoteCharacter },
      (message) => progress({ type: "warning", message })
    );
    const request = toBatchRequest(given, data.csvSettings);
    const ledger = batchLedger(context.jobs, batchFingerprint(given.file, request));
    const { jobId, sentRows } = await startScoring(context, ledger, request, data);
    if (given.waitForCompletion) return awaitResult(context, { ...given, jobId, sentRows, dataGraceMs });
    const job = await client.getBatchJob(jobId, signal).catch((error) => {
      if (isCancelled(error)) throw error;
      return void 0;
    });
    const state = job && jobState(job.status);
    if (job && state === "failed") throw jobFailed(job);
    return outputsOf(jobId, { finished: state === "succeeded", job });
  }
});

// packages/datarobot/src/operations/wait-for-batch.ts
var waitForBatch = defineOperation({
  resource: "batchPrediction",
  name: "wait",
  title: "Wait",
  action: "Wait for batch prediction",
  summary: "Wait until a batch job that was started earlier has ended, and get its result",
  ciStep: "wait",
  cancellable: true,
  inputs: object({ jobId: batchJobInput, ...waitingInputs }),
  outputs: object(waitOutputs),
  async run(context, given) {
    const jobId = batchJobIdOf(given.jobId);
    checkResultFileName(given.resultFileName);
    await batchLedger(context.jobs, JSON.stringify(["wait", jobId])).keep(jobId, "uploaded");
    return awaitResult(context, { ...given, jobId, dataGraceMs: 0 });
  }
});

// packages/datarobot/src/catalog.ts
var dataRobot = defineCatalog({
  vendor,
  title: "DataRobot",
  resources: {
    batchPrediction: {
      title: "Batch Prediction",
      description: "Files that a deployment scores, one job after the other"
    }
  },
  operations: [scoreBatch, waitForBatch, getBatch, abortBatch],
  lookups: { deployments },
  columnLookups: {},
  cancels: { [batchPrediction]: cancelBatchPrediction }
});

// apps/github-action/src/vendors/datarobot/host.ts
var dataRobotHost = {
  catalog: dataRobot,
  createClient: ({ transport, given, clock, secrets }) => createDataRobotClient({
    transport,
    apiToken: given["api-token"] ?? "",
    endpoint: given["endpoint"],
    clock,
    secrets
  })
};
export {
  dataRobotHost
};
