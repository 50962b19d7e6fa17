import {
  defineCatalog,
  idInToken,
  operationsOf,
  toResumeToken
} from "./chunk-3TW3HCV5.mjs";
import {
  anything,
  checkFileName,
  choice,
  count,
  duration,
  figures,
  file,
  flag,
  forward,
  isAmbiguous,
  isFinal,
  jsonFields,
  moment,
  number2 as number,
  object,
  optional,
  partialCheck,
  pipe,
  reference,
  savedFile,
  sendUntilTaken,
  text,
  texts,
  waitInputs
} from "./chunk-WTLKQS7A.mjs";
import {
  InputError,
  isApiError
} from "./chunk-VDHEZRE2.mjs";

// packages/abeja/src/lookups/channels.ts
var channels = true;

// packages/abeja/src/lookups/code-versions.ts
var codeVersions = true;

// packages/abeja/src/lookups/dataset-item-columns.ts
var datasetItemColumns = true;

// packages/abeja/src/lookups/datasets.ts
var datasets = true;

// packages/abeja/src/lookups/definitions.ts
var definitions = true;

// packages/abeja/src/lookups/deployments.ts
var deployments = true;

// packages/abeja/src/lookups/endpoints.ts
var endpoints = true;

// packages/abeja/src/lookups/files.ts
var files = true;

// packages/abeja/src/lookups/jobs.ts
var jobs = true;

// packages/abeja/src/lookups/models.ts
var models = true;

// packages/abeja/src/lookups/services.ts
var services = true;

// packages/abeja/src/lookups/versions.ts
var versions = true;

// packages/abeja/src/vendor.ts
var vendor = "abeja";

// packages/abeja/src/training/job-reference.ts
var trainingJobKind = "training-job";
var jobReference = ({ definition, jobId }) => ({
  ...{ vendor, kind: trainingJobKind },
  id: `${definition}/${jobId}`
});
var jobResumeToken = (job) => toResumeToken(jobReference(job));
function jobRefOf(id) {
  const [definition, jobId, ...more] = id.split("/");
  if (definition && jobId && more.length === 0) return { definition, jobId };
  throw refuse(
    "jobId",
    `"${id}" does not name a job definition and a job`,
    "Pass the resume token exactly as the starting step gave it."
  );
}
function namedJob({ jobId, definition }) {
  const inToken = idInToken(jobId, { vendor, kind: trainingJobKind }, "jobId");
  if (inToken !== void 0) return jobRefOf(inToken);
  if (definition !== void 0) return { definition, jobId };
  throw refuse(
    "definition",
    "is required with the bare ID of a job",
    "Give the job definition, too, or in place of the ID the resume token, which names both."
  );
}
var refuse = (field, problem, remedy) => new InputError([{ field, problem, remedy }]);

// packages/abeja/src/training/job-state.ts
var states = /* @__PURE__ */ new Map([
  ["pending", "waiting"],
  ["active", "running"],
  ["complete", "succeeded"],
  ["failed", "failed"],
  ["stopped", "cancelled"]
]);
var jobState = (status) => states.get(status.trim().toLowerCase()) ?? "unknown";

// packages/abeja/src/training/stop-job.ts
var maxSends = 3;
async function stopJob({ client, clock, signal }, { definition, jobId }) {
  const doing = `stop the training job ${jobId}`;
  for (let sends = 1; ; sends++) {
    try {
      await sendUntilTaken(
        { clock, signal, random: Math.random },
        doing,
        () => client.stopJob(definition, jobId, signal)
      );
      return "cancelled";
    } catch (error) {
      const isOpen = isAmbiguous(error);
      const isRefused = isApiError(error) && ![401, 429].includes(error.status) && error.status < 500;
      if (!isOpen && !isRefused) throw error;
      const { status } = await client.getJob(definition, jobId, signal);
      const state = jobState(status);
      if (isFinal(state)) return isOpen && state === "cancelled" ? "cancelled" : "already-ended";
      if (!isOpen || sends >= maxSends) throw error;
    }
  }
}
var stopTrainingJob = async (context, jobId) => stopJob(context, jobRefOf(jobId));

// packages/abeja/src/operations/datalake/delete-file.ts
var deleteFile = {
  resource: "datalake",
  name: "delete",
  inputFields: []
};

// packages/abeja/src/operations/datalake/download-file.ts
var downloadFile = {
  resource: "datalake",
  name: "download",
  inputFields: []
};

// packages/abeja/src/operations/datalake/get-files.ts
var getFiles = {
  resource: "datalake",
  name: "getMany",
  inputFields: []
};

// packages/abeja/src/training/grammar/name-values.ts
var environmentNames = {
  pattern: /^[a-zA-Z_][a-zA-Z0-9_]*$/,
  characters: "letters, digits and _"
};
var datasetAliases = {
  pattern: /^[a-zA-Z_][a-zA-Z0-9_-]*$/,
  characters: "letters, digits, _ and -"
};
function nameValuesProblem(text2, { pattern, characters }) {
  const pairs = read(text2);
  if (pairs === void 0) return "must be lines of NAME=value, or a JSON object of texts and numbers";
  const seen = /* @__PURE__ */ new Set();
  for (const [name] of pairs) {
    if (!pattern.test(name)) {
      return `must have names that begin with a letter or _ and have only ${characters}, which "${name.slice(0, 40)}" is not`;
    }
    if (seen.has(name)) return `must name "${name}" only once`;
    seen.add(name);
  }
  return void 0;
}
var toNameValues = (text2) => text2 === void 0 ? void 0 : Object.fromEntries(read(text2) ?? []);
function read(text2) {
  if (text2.trimStart().startsWith("{")) {
    const fields = jsonFields(text2);
    const pairs = fields && Object.entries(fields);
    return pairs?.every(([, value]) => ["string", "number", "boolean"].includes(typeof value)) ? pairs.map(([name, value]) => [name, String(value)]) : void 0;
  }
  const lines = text2.split(/\r?\n/).filter((line) => line.trim() !== "");
  return lines.every((line) => line.includes("=")) ? lines.map((line) => {
    const at = line.indexOf("=");
    return [line.slice(0, at).trim(), line.slice(at + 1).trim()];
  }) : void 0;
}

// packages/abeja/src/datalake/read-metadata.ts
var metadataKeys = { pattern: /^[^\s=:]+$/, characters: "no spaces and no colons" };
var toMetadata = (fileName, given) => ({
  filename: fileName,
  ...toNameValues(given)
});

// packages/abeja/src/operations/shared/channel-input.ts
var channelInput = (description) => reference({
  title: "Channel",
  description,
  lookup: "channels",
  urlPattern: "/channels/([^/?#]+)",
  placeholder: "e.g. 1230000000000"
});

// packages/abeja/src/operations/shared/define-operation.ts
var defineOperation = operationsOf();

// packages/abeja/src/operations/shared/file-outputs.ts
var fileOutputs = {
  fileId: text({ title: "File ID", description: "ID of the file" }),
  channelId: text({ title: "Channel ID", description: "ID of the channel that it is in" }),
  dataUri: text({
    title: "Data URI",
    description: "How datasets and runs name it: datalake://<channel ID>/<file ID>"
  }),
  name: optional(text({ title: "Name", description: "Name of the file, where its metadata has one" })),
  contentType: optional(text({ title: "Content Type", description: "What it is" })),
  metadata: optional(anything({ title: "Metadata", description: "What is told of it, by its keys" })),
  lifetime: optional(
    text({
      title: "Lifetime",
      description: "How long it is kept, where that is not for good",
      advanced: true
    })
  ),
  uploadedAt: optional(moment({ title: "Uploaded At", description: "When it was uploaded" }))
};
var fileOutput = (channelId, file2) => ({
  fileId: file2.fileId,
  channelId,
  dataUri: `datalake://${channelId}/${file2.fileId}`,
  name: file2.metadata?.["filename"],
  contentType: file2.contentType,
  metadata: file2.metadata,
  lifetime: file2.lifetime,
  uploadedAt: file2.uploadedAt
});

// packages/abeja/src/operations/datalake/upload-file.ts
var inputs = pipe(
  object({
    channelId: channelInput("The channel that gets the file"),
    file: file({
      title: "File",
      description: "The file to upload, of any kind and size",
      textName: "data.csv"
    }),
    metadata: optional(
      text({
        title: "Metadata",
        description: "What is told of the file: one key=value per line, or a JSON object; its name is told as filename in any case",
        placeholder: "e.g. source=camera-7",
        multiline: true,
        problemOf: (given) => nameValuesProblem(given, metadataKeys)
      })
    ),
    conflictKey: optional(
      text({
        title: "Conflict Key",
        description: "A key of the metadata, such as filename: a file whose value for it is there already is not uploaded",
        placeholder: "e.g. filename"
      })
    ),
    onConflict: optional(
      choice({
        title: "On Conflict",
        description: "What to do when such a file is there already",
        choices: {
          fail: { title: "Fail", description: "End with an error" },
          skip: { title: "Skip", description: "Take the file that is there" }
        }
      }),
      "fail"
    ),
    lifetime: optional(
      choice({
        title: "Lifetime",
        description: "How long the file is kept; without it, for good",
        choices: {
          "1day": { title: "1 Day" },
          "1week": { title: "1 Week" },
          "1month": { title: "1 Month" },
          "6months": { title: "6 Months" },
          "1year": { title: "1 Year" }
        },
        advanced: true
      })
    ),
    contentType: optional(
      text({
        title: "Content Type",
        description: "What the file is; without it, what is known of it",
        placeholder: "e.g. image/jpeg",
        pattern: /^[\w!#$&^.+*-]+\/[\w!#$&^.+*-]+(\s*;.*)?$/,
        patternHint: "a media type",
        advanced: true
      })
    ),
    way: optional(
      choice({
        title: "Upload Method",
        description: "How the file travels",
        choices: {
          direct: { title: "Direct", description: "In one request to the platform" },
          presigned: {
            title: "Presigned",
            description: "To an address of the storage, which the platform hands out"
          }
        },
        advanced: true
      }),
      "direct"
    ),
    safeRepeats: optional(
      flag({
        title: "Safe Repeats",
        description: "Whether to put a mark into the metadata of a direct upload without Conflict Key, by which it can be repeated when an answer gets lost",
        advanced: true
      }),
      true
    )
  }),
  forward(
    partialCheck(
      [["conflictKey"], ["metadata"]],
      ({ conflictKey, metadata }) => conflictKey === void 0 || conflictKey in toMetadata("", metadata),
      "must be filename or a key of the metadata"
    ),
    ["conflictKey"]
  )
);
var uploadFile = defineOperation({
  resource: "datalake",
  name: "upload",
  title: "Upload File",
  action: "Upload file to datalake",
  summary: "Upload a file of any size to a channel of the datalake",
  ciStep: "upload-data",
  inputs,
  outputs: object({
    ...fileOutputs,
    alreadyThere: flag({
      title: "Already There",
      description: "Whether such a file was there before, and nothing was uploaded"
    })
  }),
  run: async (...given) => (await import("./datalake-ONEXUHHE.mjs")).uploadFile(...given)
});

// packages/abeja/src/catalog/datalake.ts
var datalakeOperations = [uploadFile, getFiles, downloadFile, deleteFile];

// packages/abeja/src/operations/dataset/add-items.ts
var addItems = {
  resource: "dataset",
  name: "addItems",
  inputFields: []
};

// packages/abeja/src/operations/dataset/get-dataset.ts
var getDataset = {
  resource: "dataset",
  name: "get",
  inputFields: []
};

// packages/abeja/src/operations/dataset/get-datasets.ts
var getDatasets = {
  resource: "dataset",
  name: "getMany",
  inputFields: []
};

// packages/abeja/src/catalog/dataset.ts
var datasetOperations = [addItems, getDataset, getDatasets];

// packages/abeja/src/operations/definition/archive-definition.ts
var archiveDefinition = {
  resource: "definition",
  name: "archive",
  inputFields: []
};

// packages/abeja/src/operations/definition/create-definition.ts
var createDefinition = {
  resource: "definition",
  name: "create",
  inputFields: []
};

// packages/abeja/src/operations/definition/delete-definition.ts
var deleteDefinition = {
  resource: "definition",
  name: "delete",
  inputFields: []
};

// packages/abeja/src/operations/definition/get-definition.ts
var getDefinition = {
  resource: "definition",
  name: "get",
  inputFields: []
};

// packages/abeja/src/operations/definition/get-definitions.ts
var getDefinitions = {
  resource: "definition",
  name: "getMany",
  inputFields: []
};

// packages/abeja/src/operations/definition/unarchive-definition.ts
var unarchiveDefinition = {
  resource: "definition",
  name: "unarchive",
  inputFields: []
};

// packages/abeja/src/catalog/definition.ts
var definitionOperations = [
  createDefinition,
  getDefinition,
  getDefinitions,
  deleteDefinition,
  archiveDefinition,
  unarchiveDefinition
];

// packages/abeja/src/operations/job/archive-job.ts
var archiveJob = {
  resource: "job",
  name: "archive",
  inputFields: []
};

// packages/abeja/src/operations/job/create-job.ts
var createJob = {
  resource: "job",
  name: "create",
  inputFields: []
};

// packages/abeja/src/operations/job/download-result.ts
var downloadResult = {
  resource: "job",
  name: "downloadResult",
  inputFields: []
};

// packages/abeja/src/operations/job/get-job.ts
var getJob = {
  resource: "job",
  name: "get",
  inputFields: []
};

// packages/abeja/src/operations/job/get-jobs.ts
var getJobs = {
  resource: "job",
  name: "getMany",
  inputFields: []
};

// packages/abeja/src/operations/job/get-result.ts
var getResult = {
  resource: "job",
  name: "getResult",
  inputFields: []
};

// packages/abeja/src/training/grammar/handler.ts
var grammar = /^[\w./-]+(:[A-Za-z_]\w*)?$/;
var handlerProblem = (handler) => grammar.test(handler) ? void 0 : "must be the file and the function in it, as train:handler";
var fileAlone = /:20\.02/;
var handlerFits = (handler, image) => handler.includes(":") || fileAlone.test(image);

// packages/abeja/src/training/grammar/image.ts
var part = String.raw`[A-Za-z0-9]+(?:[._-]+[A-Za-z0-9]+)*`;
var host = String.raw`${part}(?::\d{1,5})?/`;
var grammar2 = new RegExp(String.raw`^(?:${host})?${part}/${part}(?::\w[\w.-]{0,127})?$`);
var imageProblem = (image) => grammar2.test(image) ? void 0 : "must be a repository and a name with a slash between them, as abeja-inc/all-cpu:19.10";

// packages/abeja/src/operations/shared/name-value-inputs.ts
var nameValueInputs = {
  environment: optional(
    text({
      title: "Environment",
      description: "Variables for the code: one NAME=value per line, or a JSON object",
      placeholder: "e.g. BATCH_SIZE=50",
      multiline: true,
      maxLength: 1e5,
      problemOf: (given) => nameValuesProblem(given, environmentNames),
      advanced: true
    })
  ),
  datasets: optional(
    text({
      title: "Datasets",
      description: "Datasets to train with: one alias=ID per line, or a JSON object",
      placeholder: "e.g. train=1111111111111",
      multiline: true,
      problemOf: (given) => nameValuesProblem(given, datasetAliases),
      advanced: true
    })
  )
};

// packages/abeja/src/operations/shared/code-inputs.ts
var handlerInput = (when) => text({
  title: "Handler",
  description: "The function that trains, as file:function",
  placeholder: "e.g. train:handler",
  problemOf: handlerProblem,
  when
});
var imageInput = (when) => text({
  title: "Image",
  description: "The container image that the code runs in, as repository/name:tag",
  placeholder: "e.g. abeja-inc/all-cpu:19.10",
  problemOf: imageProblem,
  when
});
var versionOptions = {
  ...nameValueInputs,
  premountDatasets: optional(
    flag({
      title: "Premount Datasets",
      description: "Whether the datasets are put where the code runs, before it runs",
      advanced: true
    }),
    false
  )
};

// packages/abeja/src/operations/shared/code-rules.ts
var namesFunction = ({ handler, image }) => handler === void 0 || image === void 0 || handlerFits(handler, image);
var namesFunctionProblem = "must name the function, too, as train:handler: only images of 20.02 take a file alone";
var hasHandler = ({ source, handler }) => source === void 0 || handler !== void 0;
var hasImage = ({ source, image }) => source === void 0 || image !== void 0;
var hasOneVersion = ({ source, version }) => source === void 0 || version === void 0;

// packages/abeja/src/operations/shared/definition-input.ts
var definitionInput = (which) => reference({
  title: "Job Definition",
  description: `Name or ID of ${which}`,
  idTitle: "Name or ID",
  lookup: "definitions",
  urlPattern: "/definitions/([^/?#]+)",
  placeholder: "e.g. churn",
  // A slash in a name would be taken for a further segment of the path
  pattern: /^(?!\.{1,2}$)[^/]+$/,
  patternHint: "a name or an ID, without a slash"
});

// packages/abeja/src/operations/shared/gate-inputs.ts
var gateInputs = {
  metricName: optional(
    text({
      title: "Metric Name",
      description: "The figure that decides whether the model is good enough; without it, every model is",
      placeholder: "e.g. accuracy",
      advanced: true
    })
  ),
  metricCondition: optional(
    choice({
      title: "Metric Condition",
      description: "How the figure is held against the threshold",
      choices: {
        atLeast: { title: "At Least", description: "The more, the better: accuracy" },
        atMost: { title: "At Most", description: "The less, the better: loss" }
      },
      advanced: true
    }),
    "atLeast"
  ),
  metricThreshold: optional(
    number({
      title: "Metric Threshold",
      description: "What the figure must reach, or stay below; needed where Metric Name is given",
      placeholder: "e.g. 0.9",
      advanced: true
    })
  ),
  failIfNotGoodEnough: optional(
    flag({
      title: "Fail If Not Good Enough",
      description: "Whether a model that is not good enough ends the run as failed; otherwise the output says whether it is",
      advanced: true
    }),
    true
  )
};
var hasThreshold = ({ metricName, metricThreshold }) => metricName === void 0 || metricThreshold !== void 0;
var gateOf = ({ metricName, metricThreshold, ...how }) => {
  if (metricName === void 0 || metricThreshold === void 0) return void 0;
  const { metricCondition, failIfNotGoodEnough } = how;
  return { metricName, metricCondition, metricThreshold, failIfNotGoodEnough };
};

// packages/abeja/src/training/grammar/instance-type.ts
var grammar3 = /^(cpu|gpu)(:[abcd])?-\d+(\.\d+)?$/;
var instanceTypeProblem = (type) => grammar3.test(type) ? void 0 : "must be as cpu-1, cpu-0.25, gpu-1 or gpu:b-4";

// packages/abeja/src/at-most-once/marker.ts
var maxDescriptionLength = 256;
var markerLength = 18;
function newMarker(random, nowMs) {
  const part2 = (number2, length) => Math.floor(number2).toString(36).slice(-length).padStart(length, "0");
  return `[mf-${part2(nowMs, 6)}${part2(random() * 36 ** 6, 6)}]`;
}
var withMarker = (description, marker) => description === void 0 ? marker : `${description} ${marker}`;
var hasMarker = ({ description }, marker) => description?.includes(marker) === true;

// packages/abeja/src/operations/shared/description-inputs.ts
var newDescription = (what) => text({
  title: "Description",
  description: `What the ${what} is for; a short mark is put behind it, by which it is found again when an answer gets lost`,
  placeholder: "e.g. nightly",
  maxLength: maxDescriptionLength - markerLength
});

// packages/abeja/src/operations/shared/version-input.ts
var versionInput = (which, when) => reference({
  title: "Version",
  description: `Number of ${which}`,
  idTitle: "Number",
  lookup: "versions",
  dependsOn: ["definition"],
  placeholder: "e.g. 3",
  pattern: /^[1-9]\d{0,8}$/,
  patternHint: "the number of a version, from 1",
  when
});

// packages/abeja/src/operations/shared/job-settings-inputs.ts
var jobSettingsInputs = (codeInput) => ({
  version: optional(
    versionInput(
      "the version to run; without it, the latest one that is not archived",
      codeInput === void 0 ? void 0 : { [codeInput]: false }
    )
  ),
  instanceType: optional(
    text({
      title: "Instance Type",
      description: "The machine to run on; without it, the smallest usual one for the image",
      placeholder: "e.g. gpu:b-1",
      problemOf: instanceTypeProblem
    })
  ),
  description: optional(newDescription("job")),
  ...nameValueInputs,
  exportLog: optional(
    flag({
      title: "Export Log",
      description: "Whether to put the log into the result; images from 19.04 on can",
      advanced: true
    }),
    false
  )
});

// packages/abeja/src/operations/shared/waiting-inputs.ts
var waitingInputs = (defaults) => waitInputs({
  minPollIntervalMs: 5e3,
  pollDescription: "Longest pause between two status checks, which are more frequent at first",
  ...defaults
});

// packages/abeja/src/operations/shared/job-waiting-inputs.ts
var minute = 6e4;
var hour = 60 * minute;
var jobWaitingInputs = waitingInputs({
  description: "How long to wait for the job; one that still runs then can be waited for again",
  timeoutMs: 5 * hour,
  maxTimeoutMs: 7 * 24 * hour,
  pollIntervalMs: minute
});

// packages/abeja/src/operations/shared/gate-outputs.ts
var gateOutputs = {
  goodEnough: flag({
    title: "Good Enough",
    description: "Whether the figure is as it was wanted; always, where there was no gate"
  }),
  metricValue: optional(
    text({
      title: "Metric Value",
      description: "The figure that decided, as the platform tells it; absent where it has none of this name"
    })
  )
};

// packages/abeja/src/operations/shared/job-outputs.ts
var jobOutputs = {
  jobId: text({ title: "Job ID", description: "ID of the training job" }),
  definition: text({ title: "Job Definition", description: "The job definition, as it was named" }),
  version: optional(count({ title: "Version", description: "Number of the version that runs" })),
  status: text({ title: "Status", description: "The vendor's own word" }),
  statusMessage: optional(text({ title: "Status Message", description: "What the vendor says of it" })),
  finished: flag({ title: "Finished", description: "Whether the job is complete" }),
  pending: flag({ title: "Pending", description: "Whether the job still went on when last looked at" }),
  failed: flag({ title: "Failed", description: "Whether the job has failed", advanced: true }),
  stopped: flag({ title: "Stopped", description: "Whether somebody has stopped the job", advanced: true }),
  epoch: optional(number({ title: "Epoch", description: "The last epoch that the code told of" })),
  numEpochs: optional(
    number({ title: "Number of Epochs", description: "How many epochs there are to be" })
  ),
  statistics: optional(
    anything({ title: "Statistics", description: "The figures that the code told last, by stage" })
  ),
  instanceType: optional(text({ title: "Instance Type", description: "The machine", advanced: true })),
  environment: optional(
    anything({ title: "Environment", description: "Variables of the job", advanced: true })
  ),
  datasets: optional(
    anything({ title: "Datasets", description: "Dataset IDs by their aliases", advanced: true })
  ),
  description: optional(text({ title: "Description", description: "What the job is for" })),
  archived: optional(flag({ title: "Archived", description: "Whether it is archived", advanced: true })),
  startTime: optional(moment({ title: "Start Time", description: "When it began to run", advanced: true })),
  completionTime: optional(
    moment({ title: "Completion Time", description: "When it ended", advanced: true })
  ),
  createdAt: optional(moment({ title: "Created At", description: "When it was started" })),
  resumeToken: text({ title: "Resume Token", description: "Names the job for a later wait" })
};

// packages/abeja/src/operations/shared/result-inputs.ts
var resultFileName = optional(
  text({
    title: "Result File Name",
    description: "Name to save the result under; without it, result-<job ID>.zip",
    placeholder: "e.g. churn-result.zip",
    problemOf: checkFileName,
    advanced: true
  })
);
var resultInputs = {
  downloadResult: optional(
    flag({
      title: "Download Result",
      description: "Whether to save what the code has left, once the job is complete",
      advanced: true
    }),
    true
  ),
  resultFileName,
  findModel: optional(
    flag({
      title: "Find Model",
      description: "Whether to look for the model that the job has made, for 2 minutes at most",
      advanced: true
    }),
    true
  )
};
var finishedOutputs = {
  ...jobOutputs,
  ...gateOutputs,
  figures: optional(
    figures({
      title: "Figures",
      description: "All figures that the job and its models tell, by the names under which Metric Name finds them"
    })
  ),
  modelId: optional(text({ title: "Model ID", description: "The model that the job has made, if any" })),
  modelIds: texts({ title: "Model IDs", description: "All models that the job has made", advanced: true }),
  resultFile: optional(
    savedFile({ title: "Result File", description: "What the code has left, as a zip" })
  )
};

// packages/abeja/src/operations/shared/wait-for-completion.ts
var waitForCompletion = (description) => optional(flag({ title: "Wait for Completion", description }), true);

// packages/abeja/src/operations/job/run-job.ts
var withCode = "is required where Source is given";
var inputs2 = pipe(
  object({
    definition: definitionInput("the job definition to run; it is created where Source is given"),
    source: optional(
      file({
        title: "Source",
        description: "New code to run, as a zip, a tar.gz or one Python file: it becomes a version; without it, a version that is there runs",
        extensions: ["zip", "gz", "tgz", "py"],
        textName: "train.py",
        folder: { ignoreFiles: [".gitignore", ".abejaignore"] }
      })
    ),
    handler: optional(handlerInput({ source: true })),
    image: optional(imageInput({ source: true })),
    ...jobSettingsInputs("source"),
    waitForCompletion: waitForCompletion(
      "Whether to wait until the job has ended instead of returning right after the start"
    ),
    ...gateInputs,
    ...resultInputs,
    ...jobWaitingInputs
  }),
  forward(partialCheck([["source"], ["handler"]], hasHandler, withCode), ["handler"]),
  forward(partialCheck([["source"], ["image"]], hasImage, withCode), ["image"]),
  forward(partialCheck([["handler"], ["image"]], namesFunction, namesFunctionProblem), ["handler"]),
  forward(
    partialCheck([["source"], ["version"]], hasOneVersion, "must be left out where Source is given"),
    ["version"]
  ),
  forward(
    partialCheck(
      [["metricName"], ["metricThreshold"]],
      hasThreshold,
      "is required where Metric Name is given"
    ),
    ["metricThreshold"]
  )
);
var runJob = defineOperation({
  resource: "job",
  name: "run",
  title: "Run",
  action: "Run training job",
  summary: "Train: make a version of new code where there is some, start a job, follow its figures, and get its result and its model",
  ciStep: "train",
  cancellable: true,
  inputs: inputs2,
  outputs: object(finishedOutputs),
  run: async (...given) => (await import("./job-H7PPQW7N.mjs")).runJob(...given)
});

// packages/abeja/src/operations/job/stop-job.ts
var stopJob2 = {
  resource: "job",
  name: "stop",
  inputFields: []
};

// packages/abeja/src/operations/job/unarchive-job.ts
var unarchiveJob = {
  resource: "job",
  name: "unarchive",
  inputFields: []
};

// packages/abeja/src/operations/job/update-statistics.ts
var updateStatistics = {
  resource: "job",
  name: "updateStatistics",
  inputFields: []
};

// packages/abeja/src/operations/shared/job-inputs.ts
var jobInputs = {
  definition: optional(
    definitionInput("the job definition that the job is of; a resume token names it, too")
  ),
  jobId: reference({
    title: "Training Job",
    description: "ID of the training job, or the resume token that an earlier step gave",
    idTitle: "ID or Resume Token",
    lookup: "jobs",
    dependsOn: ["definition"],
    urlPattern: "/jobs/([^/?#]+)",
    placeholder: "e.g. 1443722127663",
    pattern: /^[^\s?#\\/]+$/,
    patternHint: "an ID or a resume token, without spaces or a URL around it"
  })
};

// packages/abeja/src/operations/job/wait-for-job.ts
var inputs3 = pipe(
  object({ ...jobInputs, ...gateInputs, ...resultInputs, ...jobWaitingInputs }),
  forward(
    partialCheck(
      [["metricName"], ["metricThreshold"]],
      hasThreshold,
      "is required where Metric Name is given"
    ),
    ["metricThreshold"]
  )
);
var waitForJob = defineOperation({
  resource: "job",
  name: "wait",
  title: "Wait",
  action: "Wait for training job",
  summary: "Wait until a training job that was started earlier has ended, and get what it has left",
  ciStep: "wait",
  cancellable: true,
  inputs: inputs3,
  outputs: object(finishedOutputs),
  run: async (...given) => (await import("./job-H7PPQW7N.mjs")).waitForJob(...given)
});

// packages/abeja/src/catalog/job.ts
var jobOperations = [
  runJob,
  createJob,
  waitForJob,
  getJob,
  getJobs,
  stopJob2,
  getResult,
  downloadResult,
  updateStatistics,
  archiveJob,
  unarchiveJob
];

// packages/abeja/src/operations/model/archive-model.ts
var archiveModel = {
  resource: "model",
  name: "archive",
  inputFields: []
};

// packages/abeja/src/models/read-metrics.ts
var notFinite = /* @__PURE__ */ new Set(["NaN", "Infinity", "-Infinity"]);
var names = { pattern: /^[^\s=]+$/, characters: "no spaces" };
var isFigure = (value) => notFinite.has(value) || value !== "" && Number.isFinite(Number(value));
function metricsProblem(text2) {
  const problem = nameValuesProblem(text2, names);
  if (problem !== void 0) return problem;
  const wrong = Object.entries(toNameValues(text2) ?? {}).find(([, value]) => !isFigure(value));
  return wrong && `must have numbers, NaN or Infinity as values, which that of "${wrong[0]}" is not`;
}
var toMetrics = (text2) => {
  const given = toNameValues(text2);
  return given && Object.fromEntries(
    Object.entries(given).map(([name, value]) => [
      name,
      notFinite.has(value) ? value : Number(value)
    ])
  );
};

// packages/abeja/src/operations/shared/model-outputs.ts
var modelOutputs = {
  modelId: text({ title: "Model ID", description: "ID of the model" }),
  definitionId: optional(
    text({ title: "Job Definition ID", description: "ID of the job definition that it belongs to" })
  ),
  jobId: optional(
    text({ title: "Job ID", description: "ID of the training job that has made it, where one has" })
  ),
  description: optional(text({ title: "Description", description: "What is said of it" })),
  metrics: optional(
    figures({ title: "Metrics", description: "Its figures by their names; NaN and Infinity as text" })
  ),
  archived: optional(flag({ title: "Archived", description: "Whether it is archived" })),
  userParameters: optional(
    anything({ title: "User Parameters", description: "What it was trained with", advanced: true })
  ),
  execEnv: optional(
    text({
      title: "Execution Environment",
      description: "Where it was trained: cloud, local, or none where it was uploaded",
      advanced: true
    })
  ),
  createdAt: optional(moment({ title: "Created At", description: "When it was created" })),
  modifiedAt: optional(
    moment({ title: "Modified At", description: "When it was last changed", advanced: true })
  )
};
var modelOutput = (model) => ({
  modelId: model.modelId,
  definitionId: model.jobDefinitionId,
  jobId: model.trainingJobId,
  description: model.description,
  metrics: model.metrics,
  archived: model.archived,
  userParameters: model.userParameters,
  execEnv: model.execEnv,
  createdAt: model.createdAt,
  modifiedAt: model.modifiedAt
});

// packages/abeja/src/operations/model/create-model.ts
var createModel = defineOperation({
  resource: "model",
  name: "create",
  title: "Create",
  action: "Create model",
  summary: "Upload a model of any size, with its figures",
  ciStep: "register-model",
  inputs: object({
    definition: definitionInput("the job definition that gets the model"),
    file: file({
      title: "File",
      description: "The model as a zip; any other file is put into one",
      folder: { ignoreFiles: [".abejaignore"] }
    }),
    description: optional(newDescription("model")),
    metrics: optional(
      text({
        title: "Metrics",
        description: "Figures of the model: one NAME=number per line, or a JSON object",
        placeholder: "e.g. acc=0.92",
        multiline: true,
        problemOf: metricsProblem
      })
    ),
    trainingJobId: optional(
      reference({
        title: "Training Job",
        description: "The training job that has made the model, where one has",
        lookup: "jobs",
        dependsOn: ["definition"],
        placeholder: "e.g. 1443722127663",
        advanced: true
      })
    ),
    userParameters: optional(
      text({
        title: "User Parameters",
        description: "What the model was trained with: one NAME=value per line, or a JSON object",
        placeholder: "e.g. BATCH_SIZE=32",
        multiline: true,
        problemOf: (given) => nameValuesProblem(given, environmentNames),
        advanced: true
      })
    )
  }),
  outputs: object(modelOutputs),
  run: async (...given) => (await import("./model-GP62C6WC.mjs")).createModel(...given)
});

// packages/abeja/src/operations/model/download-model.ts
var downloadModel = {
  resource: "model",
  name: "download",
  inputFields: []
};

// packages/abeja/src/operations/model/get-model.ts
var getModel = {
  resource: "model",
  name: "get",
  inputFields: []
};

// packages/abeja/src/operations/model/get-models.ts
var getModels = {
  resource: "model",
  name: "getMany",
  inputFields: []
};

// packages/abeja/src/operations/model/unarchive-model.ts
var unarchiveModel = {
  resource: "model",
  name: "unarchive",
  inputFields: []
};

// packages/abeja/src/operations/model/update-model.ts
var updateModel = {
  resource: "model",
  name: "update",
  inputFields: []
};

// packages/abeja/src/catalog/model.ts
var modelOperations = [
  createModel,
  getModel,
  getModels,
  updateModel,
  archiveModel,
  unarchiveModel,
  downloadModel
];

// packages/abeja/src/operations/service/create-service.ts
var createService = {
  resource: "service",
  name: "create",
  inputFields: []
};

// packages/abeja/src/operations/service/delete-service.ts
var deleteService = {
  resource: "service",
  name: "delete",
  inputFields: []
};

// packages/abeja/src/operations/service/get-service.ts
var getService = {
  resource: "service",
  name: "get",
  inputFields: []
};

// packages/abeja/src/operations/service/get-services.ts
var getServices = {
  resource: "service",
  name: "getMany",
  inputFields: []
};

// packages/abeja/src/operations/service/roll-back.ts
var rollBack = {
  resource: "service",
  name: "rollBack",
  inputFields: []
};

// packages/abeja/src/operations/service/start-service.ts
var startService = {
  resource: "service",
  name: "start",
  inputFields: []
};

// packages/abeja/src/operations/service/stop-service.ts
var stopService = {
  resource: "service",
  name: "stop",
  inputFields: []
};

// packages/abeja/src/operations/shared/deployment-input.ts
var deploymentInput = (description) => reference({
  title: "Deployment",
  description,
  lookup: "deployments",
  urlPattern: "/deployments/([^/?#]+)",
  placeholder: "e.g. 1111111111111"
});

// packages/abeja/src/operations/shared/endpoint-input.ts
var endpointInput = optional(
  reference({
    title: "Endpoint",
    description: "Alias or ID of the endpoint that is pointed to another service",
    lookup: "endpoints",
    dependsOn: ["deploymentId"],
    idTitle: "Alias or ID",
    placeholder: "e.g. default",
    pattern: /^(?!\.{1,2}$)[^/]+$/,
    patternHint: "an alias or an ID, without a slash"
  }),
  "default"
);

// packages/abeja/src/operations/shared/model-input.ts
var modelInput = (description) => reference({
  title: "Model",
  description,
  lookup: "models",
  dependsOn: ["definition"],
  urlPattern: "/models/([^/?#]+)",
  placeholder: "e.g. 1111111111111"
});
var modelInputs = (what) => ({
  definition: definitionInput("the job definition that the model belongs to"),
  modelId: modelInput(`The model to ${what}`)
});

// packages/abeja/src/operations/shared/sample-input.ts
var sampleInput = optional(
  file({
    title: "Sample",
    description: "A request in whatever form the code takes, sent to the service itself before the endpoint is pointed to it; without it, being ready is enough",
    textName: "sample.json"
  })
);

// packages/abeja/src/operations/shared/service-settings-inputs.ts
var codeVersionInput = (description) => reference({
  title: "Code Version",
  description,
  lookup: "codeVersions",
  dependsOn: ["deploymentId"],
  placeholder: "e.g. ver-abc1111111111111"
});
var serviceSettingsInputs = (otherwise2) => ({
  instanceType: optional(
    text({
      title: "Instance Type",
      description: `The machine that the service runs on; without it, ${otherwise2}`,
      placeholder: "e.g. cpu-0.25",
      problemOf: instanceTypeProblem,
      advanced: true
    })
  ),
  instanceNumber: optional(
    count({
      title: "Instance Number",
      description: `How many machines the service runs on; without it, ${otherwise2}`,
      min: 1,
      max: 300,
      advanced: true
    })
  ),
  maxInstanceNumber: optional(
    count({
      title: "Max Instance Number",
      description: `How many machines it may grow to; without it, ${otherwise2}`,
      min: 1,
      max: 300,
      advanced: true
    })
  ),
  enableAutoscale: optional(
    flag({
      title: "Enable Autoscale",
      description: `Whether the number of machines follows the load; without it, ${otherwise2}`,
      advanced: true
    })
  ),
  environment: optional(
    text({
      title: "Environment",
      description: `Variables for the code: one NAME=value per line, or a JSON object; without them, ${otherwise2}`,
      placeholder: "e.g. LOG_LEVEL=info",
      multiline: true,
      maxLength: 1e5,
      problemOf: (given) => nameValuesProblem(given, environmentNames),
      advanced: true
    })
  ),
  recordChannelId: optional(
    reference({
      title: "Record Channel",
      description: `The channel that keeps what the service is asked; without it, ${otherwise2}`,
      lookup: "channels",
      placeholder: "e.g. 1230000000000",
      advanced: true
    })
  )
});

// packages/abeja/src/operations/shared/service-waiting-inputs.ts
var minute2 = 6e4;
var serviceWaitingInputs = waitingInputs({
  description: "How long to wait until the service is ready; it is not stopped then",
  timeoutMs: 20 * minute2,
  maxTimeoutMs: 24 * 60 * minute2,
  pollIntervalMs: 15e3
});

// packages/abeja/src/operations/shared/switch-outputs.ts
var switchOutputs = {
  switched: flag({
    title: "Switched",
    description: "Whether the endpoint was pointed to the service, by this run or by one before it that was cut short"
  }),
  alreadyCurrent: flag({
    title: "Already Current",
    description: "Whether it answered so before, and nothing was to do"
  }),
  pending: flag({
    title: "Pending",
    description: "Whether the service was not ready when the time was up; the endpoint is as it was then"
  }),
  deploymentId: text({ title: "Deployment ID", description: "ID of the deployment" }),
  endpoint: text({ title: "Endpoint", description: "The endpoint, by its alias or its ID" }),
  serviceId: optional(
    text({ title: "Service ID", description: "ID of the service that answers now, or is to" })
  ),
  status: optional(
    text({ title: "Status", description: "Status of that service when last looked at", advanced: true })
  ),
  previousServiceId: optional(
    text({
      title: "Previous Service ID",
      description: "ID of the service that answered before, which is the way back"
    })
  ),
  sampleAnswer: optional(
    text({
      title: "Sample Answer",
      description: "What the service answered the sample, as text, from its beginning",
      advanced: true
    })
  )
};

// packages/abeja/src/operations/service/switch-model.ts
var otherwise = "as the service that answers now";
var inputs4 = pipe(
  object({
    deploymentId: deploymentInput("The deployment that answers with another model from now on"),
    endpoint: endpointInput,
    ...modelInputs("serve"),
    ...gateInputs,
    sampleFile: sampleInput,
    stopPrevious: optional(
      flag({
        title: "Stop Previous",
        description: "Whether to stop the old service after the switch, unless another endpoint points to it; the way back then takes as long as a start"
      }),
      false
    ),
    graceMs: optional(
      duration({
        title: "Grace Period",
        description: "How long the old service goes on after the switch, where it is to be stopped",
        minMs: 0,
        maxMs: 36e5,
        advanced: true
      }),
      6e4
    ),
    versionId: optional(
      codeVersionInput(`The code version that the new service runs; without it, ${otherwise}`)
    ),
    ...serviceSettingsInputs(otherwise),
    ...serviceWaitingInputs
  }),
  forward(
    partialCheck(
      [["metricName"], ["metricThreshold"]],
      hasThreshold,
      "is required where Metric Name is given"
    ),
    ["metricThreshold"]
  )
);
var switchModel = defineOperation({
  resource: "service",
  name: "switchModel",
  title: "Switch Model",
  action: "Switch model of service",
  summary: "Let an endpoint answer with another model: create a service for it, wait until it is ready, try it, switch, and keep the way back",
  ciStep: "switch-service",
  inputs: inputs4,
  outputs: object({
    ...switchOutputs,
    ...gateOutputs,
    previousStopped: flag({
      title: "Previous Stopped",
      description: "Whether the old service was stopped"
    }),
    modelId: text({ title: "Model ID", description: "ID of the model" })
  }),
  run: async (...given) => (await import("./service-OY5DDNRA.mjs")).switchModel(...given)
});

// packages/abeja/src/catalog/service.ts
var serviceOperations = [
  switchModel,
  rollBack,
  createService,
  getService,
  getServices,
  startService,
  stopService,
  deleteService
];

// packages/abeja/src/operations/version/archive-version.ts
var archiveVersion = {
  resource: "version",
  name: "archive",
  inputFields: []
};

// packages/abeja/src/operations/version/create-version.ts
var createVersion = {
  resource: "version",
  name: "create",
  inputFields: []
};

// packages/abeja/src/operations/version/delete-version.ts
var deleteVersion = {
  resource: "version",
  name: "delete",
  inputFields: []
};

// packages/abeja/src/operations/version/download-source.ts
var downloadSource = {
  resource: "version",
  name: "downloadSource",
  inputFields: []
};

// packages/abeja/src/operations/version/get-version.ts
var getVersion = {
  resource: "version",
  name: "get",
  inputFields: []
};

// packages/abeja/src/operations/version/get-versions.ts
var getVersions = {
  resource: "version",
  name: "getMany",
  inputFields: []
};

// packages/abeja/src/operations/version/unarchive-version.ts
var unarchiveVersion = {
  resource: "version",
  name: "unarchive",
  inputFields: []
};

// packages/abeja/src/operations/version/update-version.ts
var updateVersion = {
  resource: "version",
  name: "update",
  inputFields: []
};

// packages/abeja/src/catalog/version.ts
var versionOperations = [
  createVersion,
  getVersion,
  getVersions,
  updateVersion,
  downloadSource,
  deleteVersion,
  archiveVersion,
  unarchiveVersion
];

// packages/abeja/src/catalog/catalog.ts
var abeja = defineCatalog({
  vendor,
  title: "ABEJA Platform",
  resources: {
    definition: {
      title: "Job Definition",
      description: "What is trained, by its name; its versions hold the code"
    },
    version: {
      title: "Job Definition Version",
      description: "The code of a job definition, with its image and handler"
    },
    job: {
      title: "Training Job",
      description: "Runs of a version, with their statistics and results"
    },
    model: {
      title: "Model",
      description: "What jobs have learned, or what was uploaded"
    },
    service: {
      title: "Service",
      description: "Models that answer, and which of them an endpoint points to"
    },
    datalake: {
      title: "Datalake",
      description: "Files in channels"
    },
    dataset: {
      title: "Dataset",
      description: "Labelled items to train with"
    }
  },
  operations: [
    ...definitionOperations,
    ...versionOperations,
    ...jobOperations,
    ...modelOperations,
    ...serviceOperations,
    ...datalakeOperations,
    ...datasetOperations
  ],
  lookups: {
    channels,
    codeVersions,
    datasets,
    definitions,
    deployments,
    endpoints,
    files,
    jobs,
    models,
    services,
    versions
  },
  columnLookups: { datasetItemColumns },
  cancels: { [trainingJobKind]: stopTrainingJob }
});

// apps/github-action/src/vendors/abeja/job-kinds.ts
var abejaJobs = {
  // `definition/job`
  "training-job": {
    outputs(id) {
      const [definition = "", job = ""] = id.split("/");
      return { definition, "job-id": job };
    },
    waitedBy: "wait"
  },
  // `deployment/service`
  service: {
    outputs(id) {
      const [deployment = "", service = ""] = id.split("/");
      return { "deployment-id": deployment, "service-id": service };
    },
    later: "Look at the service on the platform: once it is ready, the endpoint can be pointed to it there. Where it is not wanted any longer, delete it: services are paid for. Running this step again would create another one."
  }
};

// apps/github-action/src/vendors/abeja/host.ts
var abejaHost = {
  catalog: abeja,
  jobs: abejaJobs,
  async createClient({ transport, given, clock, secrets }) {
    const { createAbejaClient } = await import("./create-abeja-client-A3BC6F4S.mjs");
    return createAbejaClient({
      transport,
      organizationId: given["organization-id"] ?? "",
      credentials: {
        userId: given["user-id"],
        personalAccessToken: given["personal-access-token"],
        datasourceId: given["datasource-id"],
        datasourceSecret: given["datasource-secret"],
        bearerToken: given["bearer-token"]
      },
      baseUrl: given["base-url"],
      serviceBaseUrl: given["service-base-url"],
      clock,
      secrets
    });
  }
};

export {
  vendor,
  trainingJobKind,
  jobReference,
  jobResumeToken,
  jobRefOf,
  namedJob,
  jobState,
  toNameValues,
  toMetadata,
  fileOutput,
  newMarker,
  withMarker,
  hasMarker,
  gateOf,
  toMetrics,
  modelOutput,
  abejaHost
};
