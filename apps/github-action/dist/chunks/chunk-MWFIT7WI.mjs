import {
  defineCatalog,
  idInToken,
  operationsOf,
  toResumeToken
} from "./chunk-3TW3HCV5.mjs";
import {
  checkFileName,
  choice,
  count,
  file,
  flag,
  isFinal,
  link,
  moment,
  number2 as number,
  object,
  optional,
  pipe,
  rawCheck,
  reference,
  savedFile,
  text,
  texts,
  waitInputs
} from "./chunk-WTLKQS7A.mjs";
import {
  ApiError,
  InputError,
  isApiError,
  quoteVendorText
} from "./chunk-VDHEZRE2.mjs";

// packages/datarobot/src/client/as-passing.ts
var asPassing = (error) => isApiError(error) && error.status === 500 ? new ApiError({ ...error, message: error.message, retryable: true, cause: error }) : error;

// packages/datarobot/src/vendor.ts
var vendor = "datarobot";

// packages/datarobot/src/batch/jobs/job-state.ts
var states = {
  INITIALIZING: "waiting",
  RUNNING: "running",
  COMPLETED: "succeeded",
  ABORTED: "failed",
  FAILED: "failed"
};
var jobState = (status) => states[status.trim().toUpperCase()] ?? "unknown";

// packages/datarobot/src/batch/jobs/is-awaiting-data.ts
var isAwaitingData = ({ status, queued, links }) => jobState(status) === "waiting" && queued === false && links?.csvUpload !== void 0;

// packages/datarobot/src/batch/jobs/job-message.ts
function jobMessage(job) {
  const said = [aheadOf(job), failedRows(job), lastWords(job)].filter((part) => part !== "");
  return said.length > 0 ? said.join("; ") : void 0;
}
var lastWords = ({ statusDetails, logs }) => quoteVendorText(statusDetails ?? logs?.at(-1) ?? "");
function aheadOf(job) {
  if (jobState(job.status) !== "waiting") return "";
  if (isAwaitingData(job)) return "waits for its data";
  const ahead = job.queuePosition ?? 0;
  if (ahead <= 0) return "";
  return ahead === 1 ? "1 job is ahead of it" : `${ahead} jobs are ahead of it`;
}
var failedRows = ({ failedRows: failed = 0 }) => failed > 0 ? `${failed} ${failed === 1 ? "row" : "rows"} could not be scored` : "";

// packages/datarobot/src/batch/jobs/batch-prediction-job.ts
var batchPrediction = "batch-prediction";
var batchPredictionJob = (client, jobId) => ({
  reference: { vendor, kind: batchPrediction, id: jobId },
  async read(signal) {
    const job = await client.getBatchJob(jobId, signal).catch((error) => {
      throw asPassing(error);
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

// packages/datarobot/src/batch/jobs/look-at-job.ts
async function lookAtJob(client, jobId, signal) {
  try {
    return await client.getBatchJob(jobId, signal);
  } catch (error) {
    if (isApiError(error) && error.code === "not-found") return "gone";
    throw error;
  }
}

// packages/datarobot/src/batch/jobs/cancel-batch-prediction.ts
var maxDeletes = 3;
async function cancelBatchPrediction({ client, signal }, jobId) {
  for (let deletes = 1; ; deletes++) {
    try {
      await client.deleteBatchJob(jobId, signal);
      return "cancelled";
    } catch (error) {
      if (!isApiError(error) || error.status !== 404 && error.status !== 409) throw error;
      const job = await lookAtJob(client, jobId, signal);
      const state2 = job === "gone" ? "cancelled" : jobState(job.status);
      if (isFinal(state2)) return "already-ended";
      if (error.status === 404 && state2 === "waiting") return "never-started";
      if (deletes >= maxDeletes) throw error;
    }
  }
}

// packages/datarobot/src/lookups/batch-definitions.ts
var batchDefinitions = true;

// packages/datarobot/src/lookups/batch-jobs.ts
var batchJobs = true;

// packages/datarobot/src/lookups/datasets.ts
var datasets = true;

// packages/datarobot/src/lookups/deployment-features.ts
var deploymentFeatures = true;

// packages/datarobot/src/lookups/deployments.ts
var deployments = true;

// packages/datarobot/src/lookups/retraining-policies.ts
var retrainingPolicies = true;

// packages/datarobot/src/retraining/run-reference.ts
var retrainingRunKind = "retraining-run";
var runReference = ({ deploymentId, policyId, runId }) => ({
  ...{ vendor, kind: retrainingRunKind },
  id: `${deploymentId}/${policyId}/${runId}`,
  name: `retraining run ${runId}`
});
var runResumeToken = (run) => toResumeToken(runReference(run));
function runRefOf(id) {
  const [deploymentId, policyId, runId, ...more] = id.split("/");
  if (!deploymentId || !policyId || !runId || more.length > 0) {
    throw refuse(
      "runId",
      `"${id}" does not name a deployment, a policy and a run`,
      "Pass the resume token exactly as the starting step gave it."
    );
  }
  return { deploymentId, policyId, runId };
}
function namedRun({ runId, deploymentId, policyId }) {
  const inToken = idInToken(runId, { vendor, kind: retrainingRunKind }, "runId");
  if (inToken !== void 0) return runRefOf(inToken);
  if (runId.includes("/")) return runRefOf(runId);
  if (deploymentId !== void 0 && policyId !== void 0) return { deploymentId, policyId, runId };
  throw refuse(
    deploymentId === void 0 ? "deploymentId" : "policyId",
    "is required with the bare ID of a run",
    "Give the deployment and the policy, too, or in place of the ID the resume token, which names all three."
  );
}
var refuse = (field, problem, remedy) => new InputError([{ field, problem, remedy }]);

// packages/datarobot/src/retraining/run-state.ts
var ends = new Map(
  Object.entries({
    ...{ completed: "succeeded", complete: "succeeded", success: "succeeded", succeeded: "succeeded" },
    ...{ successful: "succeeded", finished: "succeeded", done: "succeeded" },
    ...{ failed: "failed", failure: "failed", error: "failed", errored: "failed", expired: "failed" },
    ...{ aborted: "cancelled", cancelled: "cancelled", canceled: "cancelled", terminated: "cancelled" }
  })
);
var cancelWord = /abort|cancel|terminat/;
var failureWord = /fail|error|expire|timed?out|reject/;
function runState({ status = "", finishTime, errorMessage }) {
  const word = status.toLowerCase().replaceAll(/[^a-z]/g, "");
  const end = ends.get(word) ?? (finishTime === void 0 ? void 0 : endOf(word));
  if (end === void 0) return /queue|wait|pending|initiali|creat/.test(word) ? "waiting" : "running";
  return end === "succeeded" && errorMessage !== void 0 && errorMessage.trim() !== "" ? "failed" : end;
}
function endOf(word) {
  if (cancelWord.test(word)) return "cancelled";
  return failureWord.test(word) ? "failed" : "succeeded";
}

// packages/datarobot/src/retraining/cancel-run.ts
var usualCancelWord = "cancelled";
async function cancelRun({ client, signal }, run, cancelWord2 = usualCancelWord) {
  try {
    await client.setRetrainingRunStatus(run, run.runId, cancelWord2, signal);
    return "cancelled";
  } catch (error) {
    if (!isApiError(error) || ![400, 409, 422].includes(error.status)) throw error;
    if (isFinal(runState(await client.getRetrainingRun(run, run.runId, signal)))) return "already-ended";
    throw new ApiError({
      ...error,
      message: error.message,
      remedy: `The run goes on. DataRobot does not document which status cancels a run, and refused "${cancelWord2}": give another one as Cancel Word, or cancel the run in DataRobot.`,
      cause: error
    });
  }
}
var cancelRetrainingRun = (context, jobId) => cancelRun(context, runRefOf(jobId));

// packages/datarobot/src/operations/batch-definition/create-definition.ts
var createDefinition = {
  resource: "batchDefinition",
  name: "create",
  inputFields: []
};

// packages/datarobot/src/operations/batch-definition/delete-definition.ts
var deleteDefinition = {
  resource: "batchDefinition",
  name: "delete",
  inputFields: []
};

// packages/datarobot/src/operations/batch-definition/get-definition.ts
var getDefinition = {
  resource: "batchDefinition",
  name: "get",
  inputFields: []
};

// packages/datarobot/src/operations/batch-definition/get-definitions.ts
var getDefinitions = {
  resource: "batchDefinition",
  name: "getMany",
  inputFields: []
};

// packages/datarobot/src/operations/batch-definition/run-definition.ts
var runDefinition = {
  resource: "batchDefinition",
  name: "run",
  inputFields: []
};

// packages/datarobot/src/operations/batch-definition/update-definition.ts
var updateDefinition = {
  resource: "batchDefinition",
  name: "update",
  inputFields: []
};

// packages/datarobot/src/catalog/batch-definition.ts
var batchDefinitionOperations = [
  createDefinition,
  getDefinition,
  getDefinitions,
  updateDefinition,
  deleteDefinition,
  runDefinition
];

// packages/datarobot/src/operations/batch-prediction/abort-batch.ts
var abortBatch = {
  resource: "batchPrediction",
  name: "abort",
  inputFields: []
};

// packages/datarobot/src/operations/batch-prediction/create-batch.ts
var createBatch = {
  resource: "batchPrediction",
  name: "create",
  inputFields: []
};

// packages/datarobot/src/operations/batch-prediction/download-batch-result.ts
var downloadBatchResult = {
  resource: "batchPrediction",
  name: "downloadResult",
  inputFields: []
};

// packages/datarobot/src/operations/batch-prediction/finalize-batch.ts
var finalizeBatch = {
  resource: "batchPrediction",
  name: "finalize",
  inputFields: []
};

// packages/datarobot/src/operations/batch-prediction/get-batch.ts
var getBatch = {
  resource: "batchPrediction",
  name: "get",
  inputFields: []
};

// packages/datarobot/src/operations/batch-prediction/get-batches.ts
var getBatches = {
  resource: "batchPrediction",
  name: "getMany",
  inputFields: []
};

// packages/datarobot/src/operations/batch-prediction/rerun-batch.ts
var rerunBatch = {
  resource: "batchPrediction",
  name: "rerun",
  inputFields: []
};

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
var resultFileOutputs = {
  resultFile: optional(
    savedFile({ title: "Result File", description: "The scored rows as CSV, checked to be whole" })
  ),
  resultRows: optional(
    count({ title: "Result Rows", description: "Rows in the result file, the header not counted" })
  )
};
var resumeTokenOutput = text({
  title: "Resume Token",
  description: "Names the job; pass it to a later Wait"
});
var waitOutputs = {
  ...statusOutputs,
  ...resultFileOutputs,
  resumeToken: resumeTokenOutput
};

// packages/datarobot/src/operations/shared/define-operation.ts
var defineOperation = operationsOf();

// packages/datarobot/src/operations/shared/deployment-input.ts
var deploymentInput = (description, shown = {}) => reference({
  title: "Deployment",
  description,
  lookup: "deployments",
  urlPattern: "/deployments/([^/?#]+)",
  placeholder: "e.g. 5e7e6a3f8e7d8c0001a1b2c3",
  ...shown
});

// packages/datarobot/src/operations/shared/part-inputs.ts
var partInputs = (when) => ({
  partBytes: optional(
    count({
      title: "Part Size in Bytes",
      description: "Largest part in bytes, header included; without it, 64 MiB where the file can be read at any place, and 8 MiB where each part must be held in memory",
      min: 1024,
      placeholder: "e.g. 8388608",
      advanced: true,
      when
    })
  ),
  partConcurrency: optional(
    count({
      title: "Part Concurrency",
      description: "How many parts are sent at the same time. DataRobot documents one after the other: where more are refused, the file is sent again in order",
      min: 1,
      max: 4,
      advanced: true,
      when
    }),
    1
  )
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
      description: "Whether to add the column prediction_status, which marks rows that could not be scored",
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
      description: "What separates two fields: one character, or the word tab; without it, what the first line shows",
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
var uploadModes = {
  whole: {
    title: "One Piece",
    description: "Fastest over a stable connection; after a break the file is sent again from its beginning"
  },
  parts: {
    title: "In Parts",
    description: "For a large file over a slow or unstable connection: after a break only the part that failed is sent again, and the job is queued only when all data are there"
  }
};
var uploadInputs = {
  uploadMode: optional(
    choice({
      title: "Upload Mode",
      description: "How the file is sent",
      choices: uploadModes
    }),
    "whole"
  ),
  ...partInputs({ uploadMode: "parts" })
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
      description: "Whether to start scoring before all data are there, which is faster over a fast connection; over a slow one the job keeps others waiting, and a broken upload leaves part of a result",
      advanced: true
    }),
    false
  ),
  numConcurrent: optional(
    count({
      title: "Concurrent Requests",
      description: "How many scoring requests run at the same time; fewer leave room for real-time predictions, and without it there is one for each core of the deployment",
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
  downloadWhileScoring: optional(
    flag({
      title: "Download While Scoring",
      description: "Whether to start the download while the job still runs, which finishes sooner; a broken download starts over when the job has completed, unless the server gives each result only once",
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
  ...waitInputs({
    description: "How long to wait for the job once its data are there; one that is still queued or running then can be waited for again",
    timeoutMs: 5 * hour,
    maxTimeoutMs: 7 * 24 * hour,
    pollIntervalMs: 15 * second
  })
};

// packages/datarobot/src/operations/batch-prediction/score-batch.ts
var scoreBatch = defineOperation({
  resource: "batchPrediction",
  name: "score",
  title: "Score",
  action: "Score file as batch prediction",
  summary: "Score a CSV file of any size with a deployment: upload it, wait in the queue, get the result",
  ciStep: "batch-predict",
  cancellable: true,
  inputs: object({
    deploymentId: deploymentInput(
      "The deployment whose model scores the rows; a later replacement does not change the job"
    ),
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
    ...uploadInputs,
    ...resultInputs,
    ...csvInputs,
    ...jobInputs,
    ...waitingInputs
  }),
  outputs: object(waitOutputs),
  run: async (...given) => (await import("./batch-prediction-N56SBOHB.mjs")).scoreBatch(...given)
});

// packages/datarobot/src/operations/batch-prediction/upload-batch-data.ts
var uploadBatchData = {
  resource: "batchPrediction",
  name: "uploadData",
  inputFields: []
};

// packages/datarobot/src/operations/shared/batch-job-input.ts
var batchJobInput = reference({
  title: "Job ID",
  description: "The batch job: its ID, or the resume token that an earlier step gave",
  lookup: "batchJobs",
  placeholder: "e.g. 5e7e6a3f8e7d8c0001a1b2c3"
});
function batchJobIdOf(given) {
  if (/[\s/\\?#]/.test(given) || /^\.+$/.test(given)) {
    const problem = `"${given}" is no ID`;
    const remedy = "Copy the ID from the outputs of the scoring step, without spaces, quotes or a URL around it.";
    throw new InputError([{ field: "jobId", problem, remedy }]);
  }
  return idInToken(given, { vendor, kind: batchPrediction }, "jobId") ?? given;
}

// packages/datarobot/src/operations/batch-prediction/wait-for-batch.ts
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
  run: async (...given) => (await import("./batch-prediction-N56SBOHB.mjs")).waitForBatch(...given)
});

// packages/datarobot/src/catalog/batch-prediction.ts
var batchPredictionOperations = [
  scoreBatch,
  createBatch,
  uploadBatchData,
  finalizeBatch,
  waitForBatch,
  downloadBatchResult,
  getBatch,
  getBatches,
  abortBatch,
  rerunBatch
];

// packages/datarobot/src/operations/dataset/delete-dataset.ts
var deleteDataset = {
  resource: "dataset",
  name: "delete",
  inputFields: []
};

// packages/datarobot/src/operations/dataset/get-dataset.ts
var getDataset = {
  resource: "dataset",
  name: "get",
  inputFields: []
};

// packages/datarobot/src/operations/dataset/get-datasets.ts
var getDatasets = {
  resource: "dataset",
  name: "getMany",
  inputFields: []
};

// packages/datarobot/src/operations/shared/dataset-input.ts
var datasetInput = (description) => reference({
  title: "Dataset",
  description,
  lookup: "datasets",
  urlPattern: "/ai-catalog/([^/?#]+)",
  placeholder: "e.g. 65a1b2c3d4e5f60102030405"
});

// packages/datarobot/src/operations/shared/dataset-origin-inputs.ts
var datasetOriginInputs = {
  source: optional(
    choice({
      title: "Source",
      description: "Where the data come from",
      choices: {
        file: { title: "File", description: "A file that is sent, whatever its size" },
        url: { title: "URL", description: "A file that DataRobot itself fetches" }
      }
    }),
    "file"
  ),
  file: optional(
    file({
      title: "File",
      description: "The table, as CSV with a header line or in another form that the AI Catalog reads",
      textName: "data.csv",
      when: { source: "file" }
    })
  ),
  url: optional(
    link({
      title: "URL",
      description: "The address of the table, which the servers of DataRobot must be able to reach",
      placeholder: "e.g. https://files.example.com/train.csv",
      when: { source: "url" }
    })
  )
};
var fetchInputs = {
  doSnapshot: optional(
    flag({
      title: "Snapshot",
      description: "Whether to keep the data as they are now; of a URL only",
      advanced: true
    })
  ),
  persistDataAfterIngestion: optional(
    flag({
      title: "Persist Data",
      description: "Whether to keep the data after they were read, and not only their statistics; of a URL only",
      advanced: true
    })
  ),
  sampleRows: optional(
    count({
      title: "Sample Rows",
      description: "How many rows to take, drawn by chance; of a URL only, and all rows without it",
      min: 1,
      placeholder: "e.g. 10000",
      advanced: true
    })
  )
};
var datasetOriginRules = [
  {
    field: "file",
    problem: "is required, or Source must be url",
    holds: (given) => given["source"] !== "file" || given["file"] !== void 0
  },
  {
    field: "url",
    problem: "is required where Source is url",
    holds: (given) => given["source"] !== "url" || given["url"] !== void 0
  }
];

// packages/datarobot/src/operations/shared/dataset-outputs.ts
var state = {
  processingState: optional(
    text({
      title: "Processing State",
      description: "The vendor's own word: COMPLETED, RUNNING or ERROR as far as is known"
    })
  ),
  rowCount: optional(count({ title: "Row Count", description: "Number of rows" })),
  featureCount: optional(count({ title: "Feature Count", description: "Number of columns" })),
  datasetBytes: optional(
    count({ title: "Dataset Bytes", description: "Size of the data in bytes", advanced: true })
  )
};
var versionId = optional(text({ title: "Version ID", description: "ID of the version" }));
var name = optional(text({ title: "Name", description: "Name of the dataset in the catalog" }));
var registeredOutputs = {
  datasetId: optional(
    text({ title: "Dataset ID", description: "ID of the dataset; absent until the server has named it" })
  ),
  versionId,
  name,
  ...state,
  pending: flag({
    title: "Pending",
    description: "Whether the dataset was still being registered when last looked at"
  })
};
var registeredOutput = ({ datasetId: datasetId2, versionId: version, finished, dataset }) => ({
  datasetId: datasetId2,
  versionId: version,
  name: dataset?.name,
  ...stateOf(dataset),
  pending: !finished
});
var datasetOutputs = {
  datasetId: text({ title: "Dataset ID", description: "ID of the dataset" }),
  versionId,
  name,
  ...state,
  error: optional(text({ title: "Error", description: "Why it cannot be used, where that is so" })),
  isLatestVersion: optional(
    flag({
      title: "Latest Version",
      description: "Whether there is no newer version",
      advanced: true
    })
  ),
  categories: optional(
    texts({ title: "Categories", description: "What the dataset is meant for", advanced: true })
  ),
  createdBy: optional(text({ title: "Created By", description: "Who uploaded it", advanced: true })),
  creationDate: optional(moment({ title: "Creation Date", description: "When it was uploaded" }))
};
var stateOf = (dataset) => ({
  processingState: dataset?.processingState,
  rowCount: dataset?.rowCount,
  featureCount: dataset?.featureCount,
  datasetBytes: dataset?.datasetBytes
});

// packages/datarobot/src/operations/shared/task-waiting-inputs.ts
var second2 = 1e3;
var hour2 = 3600 * second2;
var registrationTimeoutMs = hour2 / 2;
var replacementTimeoutMs = hour2 / 2;
var waitForCompletion = (description) => optional(flag({ title: "Wait for Completion", description }), true);
var taskWaitingInputs = (defaultMs) => waitInputs({
  description: "How long to wait; what still runs at DataRobot then is not stopped",
  timeoutMs: defaultMs,
  maxTimeoutMs: 24 * hour2,
  pollIntervalMs: 10 * second2
});

// packages/datarobot/src/operations/shared/with-rules.ts
var withRules = (schema, rules) => pipe(
  schema,
  rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const given = dataset.value;
    for (const { field, problem, holds } of rules) {
      if (holds(given)) continue;
      const at = {
        type: "object",
        origin: "value",
        input: given,
        key: field,
        value: given[field]
      };
      addIssue({ message: problem, path: [at] });
    }
  })
);

// packages/datarobot/src/operations/dataset/upload-dataset-version.ts
var inputs = withRules(
  object({
    datasetId: datasetInput("The dataset that gets a new version; its earlier versions stay"),
    ...datasetOriginInputs,
    waitForCompletion: waitForCompletion(
      "Whether to wait until the version can be used instead of returning right after the upload"
    ),
    ...fetchInputs,
    ...taskWaitingInputs(registrationTimeoutMs)
  }),
  datasetOriginRules
);
var uploadDatasetVersion = defineOperation({
  resource: "dataset",
  name: "uploadVersion",
  title: "Upload New Version",
  action: "Upload new version of dataset",
  summary: "Upload a file of any size as a new version of a dataset, and wait until it can be used",
  ciStep: "upload-dataset-version",
  inputs,
  outputs: object(registeredOutputs),
  run: async (...given) => (await import("./dataset-FRQZI6EZ.mjs")).uploadDatasetVersion(...given)
});

// packages/datarobot/src/operations/shared/category-choices.ts
var categoryChoices = {
  TRAINING: { title: "Training" },
  PREDICTION: { title: "Prediction" },
  BATCH_PREDICTIONS: { title: "Batch Predictions" },
  SAMPLE: { title: "Sample" },
  SINGLE_SERIES_CALENDAR: { title: "Single Series Calendar" },
  MULTI_SERIES_CALENDAR: { title: "Multi Series Calendar" }
};

// packages/datarobot/src/operations/dataset/upload-dataset.ts
var inputs2 = withRules(
  object({
    ...datasetOriginInputs,
    waitForCompletion: waitForCompletion(
      "Whether to wait until the dataset can be used instead of returning right after the upload"
    ),
    datasetName: optional(
      text({
        title: "Dataset Name",
        description: "Name of the dataset in the catalog; without it, that of the file",
        placeholder: "e.g. Customers of May",
        maxLength: 255,
        advanced: true
      })
    ),
    categories: optional(
      texts({
        title: "Categories",
        description: "What the dataset is meant for",
        choices: categoryChoices,
        advanced: true
      }),
      () => []
    ),
    ...fetchInputs,
    ...taskWaitingInputs(registrationTimeoutMs)
  }),
  datasetOriginRules
);
var uploadDataset = defineOperation({
  resource: "dataset",
  name: "upload",
  title: "Upload",
  action: "Upload dataset",
  summary: "Upload a file of any size to the AI Catalog as a new dataset, and wait until it can be used",
  ciStep: "upload-dataset",
  inputs: inputs2,
  outputs: object(registeredOutputs),
  run: async (...given) => (await import("./dataset-FRQZI6EZ.mjs")).uploadDataset(...given)
});

// packages/datarobot/src/catalog/dataset.ts
var datasetOperations = [
  uploadDataset,
  uploadDatasetVersion,
  getDataset,
  getDatasets,
  deleteDataset
];

// packages/datarobot/src/operations/deployment/get-deployment.ts
var getDeployment = {
  resource: "deployment",
  name: "get",
  inputFields: []
};

// packages/datarobot/src/operations/deployment/get-deployments.ts
var getDeployments = {
  resource: "deployment",
  name: "getMany",
  inputFields: []
};

// packages/datarobot/src/operations/deployment/get-features.ts
var getFeatures = {
  resource: "deployment",
  name: "getFeatures",
  inputFields: []
};

// packages/datarobot/src/operations/shared/new-model-inputs.ts
var newModelInputs = {
  modelFrom: optional(
    choice({
      title: "New Model From",
      description: "How to name the new model",
      choices: {
        package: { title: "Model Package", description: "A version of a model in the registry" },
        model: { title: "Model", description: "A model of the leaderboard, or a version of a custom model" }
      }
    }),
    "package"
  ),
  modelPackageId: optional(
    text({
      title: "Model Package ID",
      description: "The version in the registry, as a retraining gives it",
      placeholder: "e.g. 64aa02c3d4e5f60102030405",
      when: { modelFrom: "package" }
    })
  ),
  modelId: optional(
    text({
      title: "Model ID",
      description: "The model of the leaderboard, or the version of the custom model",
      placeholder: "e.g. 5c0a97c3d4e5f60102030405",
      when: { modelFrom: "model" }
    })
  )
};
var newModelRules = [
  {
    field: "modelPackageId",
    problem: "is required, or New Model From must be model",
    holds: (given) => given["modelFrom"] !== "package" || given["modelPackageId"] !== void 0
  },
  {
    field: "modelId",
    problem: "is required where New Model From is model",
    holds: (given) => given["modelFrom"] !== "model" || given["modelId"] !== void 0
  }
];

// packages/datarobot/src/operations/deployment/replace-model.ts
var inputs3 = withRules(
  object({
    deploymentId: deploymentInput("The deployment whose model is replaced; it answers all the while"),
    ...newModelInputs,
    reason: optional(
      choice({
        title: "Reason",
        description: "Why the model is replaced, which DataRobot keeps in the history of the deployment",
        choices: {
          ACCURACY: { title: "Accuracy" },
          DATA_DRIFT: { title: "Data Drift" },
          ERRORS: { title: "Errors" },
          SCHEDULED_REFRESH: { title: "Scheduled Refresh" },
          SCORING_SPEED: { title: "Scoring Speed" },
          OTHER: { title: "Other" }
        }
      }),
      "OTHER"
    ),
    waitForCompletion: waitForCompletion(
      "Whether to wait until the new model answers instead of returning once the replacement has begun"
    ),
    allowWarning: optional(
      flag({
        title: "Allow Warning",
        description: "Whether to replace the model although its check has warnings",
        advanced: true
      }),
      false
    ),
    activate: optional(
      flag({
        title: "Activate",
        description: "Whether to activate the deployment first where it is inactive",
        advanced: true
      }),
      false
    ),
    sampleFile: optional(
      file({
        title: "Sample",
        description: "A few rows as CSV to score with the new model afterwards, to see that it answers",
        extensions: ["csv"],
        textName: "sample.csv",
        advanced: true
      })
    ),
    ...taskWaitingInputs(replacementTimeoutMs)
  }),
  [
    ...newModelRules,
    {
      field: "sampleFile",
      problem: "needs Wait for Completion: only a model that is in place can score",
      holds: (given) => given["waitForCompletion"] === true || given["sampleFile"] === void 0
    }
  ]
);
var replaceModel = defineOperation({
  resource: "deployment",
  name: "replaceModel",
  title: "Replace Model",
  action: "Replace model of deployment",
  summary: "Replace the model behind a deployment: check the new one, replace, wait until it answers",
  ciStep: "replace-model",
  inputs: inputs3,
  outputs: object({
    deploymentId: text({ title: "Deployment ID", description: "ID of the deployment" }),
    replaced: flag({
      title: "Replaced",
      description: "Whether the new model was put in place, by this run or by one before it that was cut short"
    }),
    alreadyCurrent: flag({
      title: "Already Current",
      description: "Whether the model answered before, so that nothing was sent"
    }),
    pending: flag({
      title: "Pending",
      description: "Whether the replacement was still going on when last looked at"
    }),
    status: optional(
      text({ title: "Status", description: "Status of the deployment when last looked at" })
    ),
    oldModelId: optional(
      text({ title: "Old Model ID", description: "ID of the model that answered before" })
    ),
    oldModelPackageId: optional(
      text({
        title: "Old Model Package ID",
        description: "ID of the version in the registry that answered before"
      })
    ),
    newModelId: optional(text({ title: "New Model ID", description: "ID of the model that answers now" })),
    newModelPackageId: optional(
      text({
        title: "New Model Package ID",
        description: "ID of the version in the registry that answers now"
      })
    ),
    validationStatus: optional(
      text({
        title: "Validation Status",
        description: "What the check of the model came to",
        advanced: true
      })
    ),
    sampleRows: optional(
      count({ title: "Sample Rows", description: "Rows of the sample that the new model has scored" })
    )
  }),
  run: async (...given) => (await import("./deployment-BTGF3W3P.mjs")).replaceModel(...given)
});

// packages/datarobot/src/operations/deployment/validate-model.ts
var validateModel = {
  resource: "deployment",
  name: "validateModel",
  inputFields: []
};

// packages/datarobot/src/catalog/deployment.ts
var deploymentOperations = [getDeployment, getDeployments, getFeatures, validateModel, replaceModel];

// packages/datarobot/src/client/limits.ts
var defaultTimeouts = {
  jsonMs: 6e4,
  uploadMs: 6e5,
  scoreMs: 6e5,
  downloadMs: 66e4
};
var maxPredictionBytes = 50 * 1024 * 1024;
var retryRules = {
  maxAttempts: 5,
  baseDelayMs: 1e3,
  minDelayMs: 500,
  maxDelayMs: 3e4,
  maxRetryAfterMs: 3e5,
  totalTimeoutMs: 15e5
};
var firstPauseMs = 1e3;

// packages/datarobot/src/operations/shared/prediction-inputs.ts
var countOrAll = { pattern: /^(all|\d{1,3})$/, patternHint: "a number or the word all", advanced: true };
var dateTime = {
  placeholder: "e.g. 2024-05-01T00:00:00",
  pattern: /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?)?(Z|[+-]\d\d:?\d\d)?$/,
  patternHint: "a date, or a date and a time as in ISO 8601",
  advanced: true
};
var predictionInputs = {
  passthroughColumns: optional(
    texts({
      title: "Passthrough Columns",
      description: "Columns of the rows to repeat beside the predictions, by their exact names",
      advanced: true
    }),
    () => []
  ),
  passthroughAllColumns: optional(
    flag({
      title: "Passthrough All Columns",
      description: "Whether to repeat all columns of the rows beside the predictions",
      advanced: true
    }),
    false
  ),
  decimals: optional(
    count({
      title: "Decimals",
      description: "Largest number of decimal places; without it, all of them",
      min: 0,
      max: 20,
      advanced: true
    })
  ),
  outlierWarnings: optional(
    flag({
      title: "Outlier Warnings",
      description: "Whether to mark predictions that are outliers; the deployment must have humility warnings set up",
      advanced: true
    }),
    false
  ),
  includeAdjustedPredictions: optional(
    flag({
      title: "Include Adjusted Predictions",
      description: "Whether to add predictions that are adjusted by exposure",
      advanced: true
    }),
    false
  ),
  maxExplanations: optional(
    text({
      title: "Max Explanations",
      description: "How many features to explain each prediction with, or all, which only SHAP can; this can take many times as long",
      placeholder: "e.g. 3",
      ...countOrAll
    })
  ),
  explanationAlgorithm: optional(
    choice({
      title: "Explanation Algorithm",
      description: "How predictions are explained; without it, as the deployment is set up",
      choices: {
        shap: { title: "SHAP", description: "Shares that add up to the prediction; fast" },
        xemp: {
          title: "XEMP",
          description: "Of the 50 most important features; can be a hundred times slower"
        }
      },
      advanced: true
    })
  ),
  maxNgramExplanations: optional(
    text({
      title: "Max Ngram Explanations",
      description: "How many words of a text to explain each prediction with, or all",
      placeholder: "e.g. all",
      ...countOrAll
    })
  ),
  thresholdHigh: optional(
    number({
      title: "Explain Above",
      description: "Explain only rows whose score is above this, or below Explain Below; not for SHAP",
      advanced: true
    })
  ),
  thresholdLow: optional(
    number({
      title: "Explain Below",
      description: "Explain only rows whose score is below this, or above Explain Above; not for SHAP",
      advanced: true
    })
  ),
  explanationTopClasses: optional(
    count({
      title: "Explanation Top Classes",
      description: "How many of the most likely classes to explain; not every server supports this",
      min: 1,
      max: 10,
      advanced: true
    })
  ),
  explanationClasses: optional(
    texts({
      title: "Explanation Classes",
      description: "Names of the classes to explain; not every server supports this",
      advanced: true
    }),
    () => []
  ),
  forecastPoint: optional(
    text({
      title: "Forecast Point",
      description: "For time series: the point in time to forecast from; without it, the newest one in the rows",
      ...dateTime
    })
  ),
  predictionsStartDate: optional(
    text({
      title: "Predictions Start Date",
      description: "For time series: the start of the period to predict; needs the end date, too",
      ...dateTime
    })
  ),
  predictionsEndDate: optional(
    text({
      title: "Predictions End Date",
      description: "For time series: the end of the period to predict, itself left out; needs the start date, too",
      ...dateTime
    })
  ),
  relaxKnownInAdvance: optional(
    flag({
      title: "Relax Known in Advance",
      description: "Whether to allow gaps in features of time series that are known in advance",
      advanced: true
    }),
    false
  ),
  compress: optional(
    flag({
      title: "Compress",
      description: "Whether to send the rows compressed, which is faster over a slow connection",
      advanced: true
    }),
    false
  )
};

// packages/datarobot/src/operations/shared/server-inputs.ts
var serverInputs = {
  server: optional(
    choice({
      title: "Prediction Server",
      description: "Which server scores",
      choices: {
        deployment: {
          title: "Of the Deployment",
          description: "The one that the deployment names: dedicated, serverless, or within the cluster"
        },
        portable: { title: "Portable", description: "A portable prediction server of your own" }
      }
    }),
    "deployment"
  ),
  portableUrl: optional(
    link({
      title: "Portable Server URL",
      description: "Address of the portable prediction server, without the path of a deployment",
      placeholder: "e.g. http://pps.example.com:8080",
      when: { server: "portable" }
    })
  ),
  deploymentId: optional(
    deploymentInput("The deployment whose model scores; a portable server with one model needs none")
  )
};
var serverRules = () => rawCheck(({ dataset, addIssue }) => {
  if (!dataset.typed) return;
  const { value: input } = dataset;
  const name2 = input.server === "portable" ? "portableUrl" : "deploymentId";
  if (input[name2] !== void 0) return;
  const at = { type: "object", origin: "value", input, key: name2, value: void 0 };
  addIssue({ message: "is required", path: [at] });
});

// packages/datarobot/src/operations/prediction/predict-file.ts
var inputs4 = pipe(
  object({
    ...serverInputs,
    file: file({
      title: "File",
      description: "The rows to score, in UTF-8: CSV with a header line and commas, a JSON list of objects, or JSON Lines",
      extensions: ["csv", "txt", "json", "jsonl", "ndjson"],
      textName: "rows.csv"
    }),
    outputFormat: optional(
      choice({
        title: "Output Format",
        description: "How the predictions are written",
        choices: {
          csv: { title: "CSV", description: "A table, as batch predictions give it" },
          json: { title: "JSON", description: "A list of objects with all that the server says of each row" }
        }
      }),
      "csv"
    ),
    ...predictionInputs,
    resultFileName: optional(
      text({
        title: "Result File Name",
        description: "Name to save the predictions under; without it, that of the file with -predictions",
        placeholder: "e.g. churn-scored.csv",
        problemOf: checkFileName,
        advanced: true
      })
    ),
    sliceBytes: optional(
      count({
        title: "Slice Size",
        description: "Largest request in bytes: a larger file is sent in several, cut between rows; without it, 8 MiB for CSV and 1 MiB for JSON",
        min: 1024,
        max: maxPredictionBytes,
        placeholder: "e.g. 8388608",
        advanced: true
      })
    ),
    concurrency: optional(
      count({
        title: "Concurrency",
        description: "How many requests are sent at the same time",
        min: 1,
        max: 8,
        advanced: true
      }),
      1
    )
  }),
  serverRules()
);
var predictFile = defineOperation({
  resource: "prediction",
  name: "predictFile",
  title: "Predict File",
  action: "Predict rows of file",
  summary: "Score the rows of a file of any size at once with a deployment, and save the predictions",
  ciStep: "predict",
  inputs: inputs4,
  outputs: object({
    resultFile: savedFile({
      title: "Result File",
      description: "The predictions in the order of the rows, checked to be whole"
    }),
    rows: count({ title: "Rows", description: "Number of predictions" }),
    requests: count({
      title: "Requests",
      description: "Number of requests that the rows took, repeated ones not counted",
      advanced: true
    })
  }),
  run: async (...given) => (await import("./prediction-3LF57SN3.mjs")).predictFile(...given)
});

// packages/datarobot/src/operations/prediction/predict-unstructured.ts
var predictUnstructured = {
  resource: "prediction",
  name: "predictUnstructured",
  inputFields: []
};

// packages/datarobot/src/operations/prediction/predict.ts
var predict = {
  resource: "prediction",
  name: "predict",
  inputFields: []
};

// packages/datarobot/src/catalog/prediction.ts
var predictionOperations = [predict, predictFile, predictUnstructured];

// packages/datarobot/src/operations/retraining/cancel-run.ts
var cancelRun2 = {
  resource: "retraining",
  name: "cancelRun",
  inputFields: []
};

// packages/datarobot/src/operations/retraining/get-policies.ts
var getPolicies = {
  resource: "retraining",
  name: "getPolicies",
  inputFields: []
};

// packages/datarobot/src/operations/retraining/get-run.ts
var getRun = {
  resource: "retraining",
  name: "getRun",
  inputFields: []
};

// packages/datarobot/src/operations/shared/retraining-inputs.ts
var retrainingPolicy = (description) => reference({
  title: "Retraining Policy",
  description,
  lookup: "retrainingPolicies",
  dependsOn: ["deploymentId"],
  placeholder: "e.g. 65b2c3d4e5f6010203040506"
});
var runInputs = {
  runId: text({
    title: "Run ID",
    description: "The retraining run: the resume token that an earlier step gave, or its ID",
    placeholder: "e.g. 66c3d4e5f601020304050607",
    pattern: /^[^\s?#\\]+$/,
    patternHint: "an ID or a resume token, without spaces or a URL around it"
  }),
  deploymentId: optional(deploymentInput("The deployment that is retrained; a resume token names it, too")),
  policyId: optional(retrainingPolicy("The policy that the run is of; a resume token names it, too"))
};

// packages/datarobot/src/operations/shared/retraining-outputs.ts
var runOutputs = {
  runId: text({ title: "Run ID", description: "ID of the retraining run" }),
  policyId: text({ title: "Policy ID", description: "ID of the retraining policy" }),
  deploymentId: text({ title: "Deployment ID", description: "ID of the deployment that is retrained" }),
  status: optional(
    text({ title: "Status", description: "The vendor's own word, which is not documented" })
  ),
  finished: flag({ title: "Finished", description: "Whether the run has succeeded" }),
  pending: flag({ title: "Pending", description: "Whether the run still went on when last looked at" }),
  failed: flag({
    title: "Failed",
    description: "Whether the run has failed or was cancelled",
    advanced: true
  }),
  modelPackageId: optional(
    text({
      title: "Model Package ID",
      description: "ID of the model package that was made; of a policy that replaces the model, the one that the deployment has now"
    })
  ),
  registeredModelId: optional(
    text({
      title: "Registered Model ID",
      description: "ID of the registered model that the model package is a version of",
      advanced: true
    })
  ),
  challengerId: optional(
    text({ title: "Challenger ID", description: "ID of the challenger that was made" })
  ),
  projectId: optional(
    text({
      title: "Project ID",
      description: "ID of the project that the models are trained in",
      advanced: true
    })
  ),
  startTime: optional(moment({ title: "Start Time", description: "When the run began", advanced: true })),
  finishTime: optional(moment({ title: "Finish Time", description: "When the run ended", advanced: true })),
  errorMessage: optional(text({ title: "Error Message", description: "Why the run has failed" })),
  resumeToken: text({ title: "Resume Token", description: "Names the run; pass it to a later Wait for Run" })
};

// packages/datarobot/src/operations/shared/run-waiting-inputs.ts
var second3 = 1e3;
var hour3 = 3600 * second3;
var runWaitingInputs = waitInputs({
  description: "How long to wait for the run; one that still goes on then can be waited for again",
  timeoutMs: 5 * hour3,
  maxTimeoutMs: 7 * 24 * hour3,
  pollIntervalMs: 30 * second3
});

// packages/datarobot/src/operations/retraining/run-policy.ts
var runPolicy = defineOperation({
  resource: "retraining",
  name: "runPolicy",
  title: "Run Policy",
  action: "Run retraining policy",
  summary: "Retrain the model of a deployment by one of its policies, once, and wait for the new model",
  ciStep: "retrain",
  cancellable: true,
  inputs: object({
    deploymentId: deploymentInput("The deployment to retrain"),
    policyId: retrainingPolicy("The policy that says how to train, and what becomes of the new model"),
    datasetId: optional(
      datasetInput(
        "The dataset to train with from now on, which is kept in the retraining settings; without it, the one that is set there"
      )
    ),
    waitForCompletion: waitForCompletion(
      "Whether to wait until the model is trained instead of returning right after the start"
    ),
    allowParallel: optional(
      flag({
        title: "Allow Parallel",
        description: "Whether to run the policy although an earlier run of it goes on",
        advanced: true
      }),
      false
    ),
    ...runWaitingInputs
  }),
  outputs: object(runOutputs),
  run: async (...given) => (await import("./retraining-MCHN4GLS.mjs")).runPolicy(...given)
});

// packages/datarobot/src/operations/retraining/wait-for-retraining.ts
var waitForRetraining = defineOperation({
  resource: "retraining",
  name: "waitForRun",
  title: "Wait for Run",
  action: "Wait for retraining run",
  summary: "Wait until a retraining run that was started earlier has ended, and get what it has made",
  ciStep: "wait-for-retraining",
  cancellable: true,
  inputs: object({ ...runInputs, ...runWaitingInputs }),
  outputs: object(runOutputs),
  run: async (...given) => (await import("./retraining-MCHN4GLS.mjs")).waitForRetraining(...given)
});

// packages/datarobot/src/catalog/retraining.ts
var retrainingOperations = [runPolicy, waitForRetraining, getRun, getPolicies, cancelRun2];

// packages/datarobot/src/catalog/catalog.ts
var dataRobot = defineCatalog({
  vendor,
  title: "DataRobot",
  resources: {
    prediction: {
      title: "Prediction",
      description: "Rows that a deployment scores at once"
    },
    batchPrediction: {
      title: "Batch Prediction",
      description: "Files and tables that a deployment scores, one job after the other"
    },
    batchDefinition: {
      title: "Batch Definition",
      description: "Saved batch jobs that run on a schedule or on demand"
    },
    dataset: {
      title: "Dataset",
      description: "Tables in the AI Catalog, in versions"
    },
    deployment: {
      title: "Deployment",
      description: "Models in service, and which model is behind each deployment"
    },
    retraining: {
      title: "Retraining",
      description: "Runs of a deployment's retraining policies"
    }
  },
  operations: [
    ...predictionOperations,
    ...batchPredictionOperations,
    ...batchDefinitionOperations,
    ...datasetOperations,
    ...deploymentOperations,
    ...retrainingOperations
  ],
  lookups: { batchDefinitions, batchJobs, datasets, deployments, retrainingPolicies },
  columnLookups: { deploymentFeatures },
  cancels: { [batchPrediction]: cancelBatchPrediction, [retrainingRunKind]: cancelRetrainingRun }
});

// apps/github-action/src/vendors/datarobot/job-kinds.ts
var datasetId = /^(?!status\/)(?<dataset>[^/]+)(?:\/versions\/(?<version>[^/]+))?/;
var dataRobotJobs = {
  "batch-prediction": {
    outputs: (id) => ({ "job-id": id }),
    waitedBy: "wait"
  },
  // `deployment/policy/run`
  "retraining-run": {
    outputs(id) {
      const [deployment = "", policy = "", run = ""] = id.split("/");
      return { "deployment-id": deployment, "policy-id": policy, "run-id": run };
    },
    waitedBy: "wait-for-retraining"
  },
  // `dataset/versions/version/status/task`, of which any part may not be known yet
  dataset: {
    outputs(id) {
      const { dataset, version } = datasetId.exec(id)?.groups ?? {};
      return {
        ...dataset !== void 0 && { "dataset-id": dataset },
        ...version !== void 0 && { "version-id": version }
      };
    },
    later: "Look for it in the AI Catalog: once it is ready there, it can be used by its ID. Running this step again would upload it a second time."
  },
  "model-replacement": {
    outputs: () => ({}),
    later: "Run this step again: it waits for a replacement that goes on, and finds one that is done."
  }
};

// apps/github-action/src/vendors/datarobot/host.ts
var dataRobotHost = {
  catalog: dataRobot,
  jobs: dataRobotJobs,
  async createClient({ transport, given, clock, secrets, warn }) {
    const { createDataRobotClient } = await import("./create-data-robot-client-2IQALMC4.mjs");
    return createDataRobotClient({
      transport,
      apiToken: given["api-token"] ?? "",
      endpoint: given["endpoint"],
      dataRobotKey: given["datarobot-key"],
      portableToken: given["portable-token"],
      clock,
      secrets,
      warn
    });
  }
};

export {
  asPassing,
  vendor,
  jobState,
  isAwaitingData,
  jobMessage,
  lastWords,
  batchPrediction,
  batchPredictionJob,
  lookAtJob,
  cancelBatchPrediction,
  retrainingRunKind,
  runReference,
  runResumeToken,
  runRefOf,
  namedRun,
  runState,
  defaultTimeouts,
  maxPredictionBytes,
  retryRules,
  firstPauseMs,
  batchJobIdOf,
  registeredOutput,
  dataRobotHost
};
