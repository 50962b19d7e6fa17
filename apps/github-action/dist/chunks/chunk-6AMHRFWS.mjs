import {
  isFinal
} from "./chunk-DA4T53IN.mjs";
import {
  choice,
  count,
  defineCatalog,
  duration,
  file,
  flag,
  fromResumeToken,
  number2 as number,
  object,
  operationsOf,
  optional,
  reference,
  savedFile,
  text,
  texts
} from "./chunk-QEYLCMER.mjs";
import {
  checkFileName
} from "./chunk-LF2N6B5Q.mjs";
import {
  ApiError,
  InputError,
  isApiError,
  isInputError,
  quoteVendorText,
  redactUrls
} from "./chunk-SPUPTFJP.mjs";

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
  const { entries, more } = await client.getDeployments(
    { offset, limit: pageLength, search: filter?.trim() || void 0 },
    signal
  );
  return {
    entries: entries.map(({ id, label, status, model }) => ({
      value: id,
      title: label ?? id,
      description: [model?.targetName, model?.targetType, status].filter(Boolean).join(", ") || void 0
    })),
    next: more ? String(offset + entries.length) : void 0
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
  const refuse = (problem, remedy) => new InputError([{ field: "jobId", problem, remedy }]);
  if (/[\s/\\?#]/.test(given) || /^\.+$/.test(given)) {
    throw refuse(`"${given}" is no ID`, "Pass the ID that the scoring step gave, with nothing around it.");
  }
  if (!given.startsWith(tokenStart)) return given;
  try {
    return fromResumeToken(given, { vendor, kind: batchPrediction }).id;
  } catch (error) {
    if (!isInputError(error)) throw error;
    const [fault] = error.faults;
    throw refuse(fault?.problem ?? error.message, fault?.remedy);
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
  run: async (...given) => (await import("./operations-2VMFHELO.mjs")).abortBatch(...given)
});

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
    number({
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
  run: async (...given) => (await import("./operations-2VMFHELO.mjs")).getBatch(...given)
});

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
      problemOf: checkFileName,
      advanced: true
    })
  ),
  // A job may run for 4 h in the cloud (5.1); with an hour in the queue, that still fits into a CI job of 6 h
  timeoutMs: optional(
    duration({
      title: "Timeout",
      description: "How long to wait for the job once its data are there; one that is still queued or running then can be waited for again",
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
  run: async (...given) => (await import("./operations-2VMFHELO.mjs")).scoreBatch(...given)
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
  run: async (...given) => (await import("./operations-2VMFHELO.mjs")).waitForBatch(...given)
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
  async createClient({ transport, given, clock, secrets, warn }) {
    const { createDataRobotClient } = await import("./create-data-robot-client-SWPNJVLV.mjs");
    return createDataRobotClient({
      transport,
      apiToken: given["api-token"] ?? "",
      endpoint: given["endpoint"],
      clock,
      secrets,
      warn
    });
  }
};

export {
  vendor,
  jobState,
  isAwaitingData,
  jobMessage,
  lastWords,
  quoted,
  batchPrediction,
  batchPredictionJob,
  lookAtJob,
  cancelBatchPrediction,
  batchJobIdOf,
  dataRobotHost
};
