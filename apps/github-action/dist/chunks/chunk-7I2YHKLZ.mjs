import {
  defineCatalog,
  fromResumeToken,
  operationsOf
} from "./chunk-3TW3HCV5.mjs";
import {
  anything,
  choice,
  count,
  duration,
  file,
  flag,
  forward,
  headerKey,
  link,
  object,
  optional,
  partialCheck,
  pipe,
  reference,
  rows,
  savedFile,
  text,
  texts
} from "./chunk-WTLKQS7A.mjs";
import {
  InputError,
  isInputError
} from "./chunk-VDHEZRE2.mjs";

// packages/prediction-one/src/lookups.ts
var pageLength = 100;
var matches = (filter, { title, value }) => filter === void 0 || `${title} ${value}`.toLowerCase().includes(filter.trim().toLowerCase());
function paged(read, entryOf) {
  return async ({ client, signal }, { filter, next }) => {
    const offset = Number(next ?? 0);
    const { entries, total } = await read(client, offset, signal);
    const nextOffset = offset + entries.length;
    const more = entries.length > 0 && nextOffset < (total ?? 0);
    return {
      entries: entries.map(entryOf).filter((entry) => matches(filter, entry)),
      next: more ? String(nextOffset) : void 0
    };
  };
}
var models = paged(
  (client, offset, signal) => client.getModels({ offset, limit: pageLength }, signal),
  ({ modelId, name, targetType }) => ({
    value: modelId,
    title: name ?? modelId,
    description: targetType?.replaceAll("_", " ")
  })
);
var dataSets = paged(
  (client, offset, signal) => client.getDataSets({ offset, limit: pageLength }, signal),
  ({ dataSetId, name }) => ({ value: dataSetId, title: name ?? dataSetId })
);
var classifiers = async ({ client, signal }, { filter }) => {
  const found = await client.getClassifiers(signal);
  const entries = found.map(({ classifierId, modelId, status, url }) => ({
    value: classifierId,
    // It has no name of its own: its model tells it from the others
    title: `${classifierId} (${modelId ? `model ${modelId}, ` : ""}${status})`,
    url: url ?? void 0
  }));
  return { entries: entries.filter((entry) => matches(filter, entry)) };
};

// packages/prediction-one/src/operations/create-classifier.ts
var createClassifier = {
  resource: "predictionApi",
  name: "create",
  inputFields: []
};

// packages/prediction-one/src/operations/delete-classifier.ts
var deleteClassifier = {
  resource: "predictionApi",
  name: "delete",
  inputFields: []
};

// packages/prediction-one/src/operations/delete-data-set.ts
var deleteDataSet = {
  resource: "dataSet",
  name: "delete",
  inputFields: []
};

// packages/prediction-one/src/operations/delete-model.ts
var deleteModel = {
  resource: "model",
  name: "delete",
  inputFields: []
};

// packages/prediction-one/src/operations/download-result.ts
var downloadResult = {
  resource: "model",
  name: "downloadResult",
  inputFields: []
};

// packages/prediction-one/src/operations/get-classifiers.ts
var getClassifiers = {
  resource: "predictionApi",
  name: "getMany",
  inputFields: []
};

// packages/prediction-one/src/operations/get-columns.ts
var getColumns = {
  resource: "dataSet",
  name: "getColumns",
  inputFields: []
};

// packages/prediction-one/src/operations/get-data-sets.ts
var getDataSets = {
  resource: "dataSet",
  name: "getMany",
  inputFields: []
};

// packages/prediction-one/src/operations/get-models.ts
var getModels = {
  resource: "model",
  name: "getMany",
  inputFields: []
};

// packages/prediction-one/src/operations/get-retraining.ts
var getRetraining = {
  resource: "model",
  name: "getRetraining",
  inputFields: []
};

// packages/prediction-one/src/scoring/records-of.ts
function recordsOf({ header, rows: rows2 }) {
  const names = [];
  for (const name of header) {
    let unique = name;
    for (let number = 2; names.includes(unique); number++) unique = `${name}_${number}`;
    names.push(unique);
  }
  return rows2.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at] ?? ""])));
}

// packages/prediction-one/src/operations/shared/classifier-input.ts
var classifierInput = (description, when) => reference({
  title: "Prediction API",
  description,
  lookup: "classifiers",
  urlPattern: "/classifiers/([^/?#]+)",
  placeholder: "e.g. 5f2c7e31b44c0e9d",
  when
});

// packages/prediction-one/src/operations/shared/define-operation.ts
var defineOperation = operationsOf();

// packages/prediction-one/src/operations/predict.ts
var inputs = pipe(
  object({
    predictionApiFrom: optional(
      choice({
        title: "Prediction API From",
        description: "How to name the prediction API",
        choices: {
          url: {
            title: "Scoring URL",
            description: "By the URL that its screen shows; needs its prediction key"
          },
          list: { title: "List", description: "By its ID; needs a deploy key or the Secret Key" }
        }
      }),
      "url"
    ),
    scoringUrl: optional(
      link({
        title: "Scoring URL",
        description: "The whole URL, as the screen of the prediction API shows it",
        placeholder: "e.g. https://user-api.predictionone.sony.biz/v1/groups/g/classifiers/c/inference",
        when: { predictionApiFrom: "url" }
      })
    ),
    classifierId: optional(
      classifierInput("The prediction API to score with", { predictionApiFrom: "list" })
    ),
    rows: rows({
      title: "Rows",
      description: "The rows to score, with the columns that the model was trained on, without its target",
      columnsFrom: "trainingColumns",
      dependsOn: ["trainingProcessId", "targetColumn"]
    }),
    reasons: optional(
      flag({ title: "Include Reasons", description: "Whether to return the reasons too, which is slower" }),
      false
    ),
    maxRequests: optional(
      count({
        title: "Max Requests",
        description: "Refuses to start with more rows than this, since each is a request and a trial API answers only 100 in all",
        min: 1,
        max: 1e6,
        advanced: true
      }),
      100
    ),
    concurrency: optional(
      count({
        title: "Concurrency",
        description: "How many rows are scored at the same time",
        min: 1,
        max: 32,
        advanced: true
      }),
      4
    ),
    probabilitiesOnly: optional(
      flag({
        title: "Probabilities Only",
        description: "Whether to leave the class label out of the prediction",
        advanced: true
      }),
      false
    ),
    waitUntilRunningMs: optional(
      duration({
        title: "Wait Until Running",
        description: "How long to wait for a prediction API that does not run at the moment, for instance after a switch",
        minMs: 0,
        maxMs: 24 * 36e5,
        advanced: true
      }),
      0
    ),
    trainingProcessId: optional(
      text({
        title: "Training Process ID",
        description: "The ID that Train gave, to check the columns of each row before it is sent; needs a train key",
        placeholder: "e.g. 8f1d7c3e",
        advanced: true
      })
    ),
    targetColumn: optional(
      text({
        title: "Target Column",
        description: "The column that is predicted, which rows may leave out when their columns are checked",
        placeholder: "e.g. bought",
        advanced: true
      })
    )
  }),
  forward(
    partialCheck(
      [["predictionApiFrom"], ["scoringUrl"]],
      (given2) => given2.predictionApiFrom !== "url" || given2.scoringUrl !== void 0,
      "is required"
    ),
    ["scoringUrl"]
  ),
  forward(
    partialCheck(
      [["predictionApiFrom"], ["classifierId"]],
      (given2) => given2.predictionApiFrom !== "list" || given2.classifierId !== void 0,
      "is required"
    ),
    ["classifierId"]
  )
);
var predict = defineOperation({
  resource: "prediction",
  name: "predict",
  title: "Predict",
  action: "Predict rows",
  summary: "Score rows with a prediction API, one request for each row",
  result: "rows",
  ciStep: "predict",
  inputs,
  outputs: object({
    prediction: anything({
      title: "Prediction",
      description: "What the vendor answered for the row, by column, as text"
    }),
    reasons: optional(
      anything({
        title: "Reasons",
        description: "The reasons, as rows by column, where they were asked for"
      })
    ),
    row: anything({ title: "Row", description: "The row that was scored" })
  }),
  run: async (...given2) => (await import("./operations-X3DUJIG4.mjs")).predict(...given2)
});

// packages/prediction-one/src/operations/shared/retrain-key-inputs.ts
var retrainKeyInputs = {
  classifierId: optional(
    reference({
      title: "Prediction API",
      description: "The prediction API whose model is retrained, to look whether a switch has arrived and to find its retrain key with the Secret Key; needs a deploy key or the Secret Key",
      lookup: "classifiers",
      urlPattern: "/classifiers/([^/?#]+)",
      placeholder: "e.g. 5f2c7e31b44c0e9d",
      advanced: true
    })
  ),
  modelId: optional(
    reference({
      title: "Published Model",
      description: "The model that is published now, to fetch its retrain key with the Secret Key where none is set",
      lookup: "models",
      placeholder: "e.g. 20417",
      advanced: true
    })
  )
};

// packages/prediction-one/src/operations/shared/switch-outputs.ts
var switchOutcome = choice({
  title: "Switch Outcome",
  description: "What is known of the switch",
  choices: {
    accepted: {
      title: "Accepted",
      description: "The vendor accepted it; whether it has arrived was not seen"
    },
    verified: { title: "Verified", description: "The prediction API was seen running on the new model" },
    unknown: { title: "Unknown", description: "The request went out, and what became of it is not known" }
  }
});

// packages/prediction-one/src/operations/shared/retraining-outputs.ts
var statusText = text({
  title: "Status",
  description: "The vendor's own word for the state of the retraining; the documented one is job_finished"
});
var newModelId = optional(
  text({ title: "Model ID", description: "ID of the retrained model, where the vendor tells it" })
);
var statusOutputs = {
  retrainJobId: text({ title: "Retrain Job ID", description: "ID of the retraining" }),
  status: optional(statusText),
  finished: flag({ title: "Finished", description: "Whether the retraining has ended well" }),
  pending: flag({
    title: "Pending",
    description: "Whether the retraining was still under way when last looked at"
  }),
  modelId: newModelId,
  message: optional(text({ title: "Message", description: "The vendor's own text about the retraining" }))
};
var waitOutputs = {
  ...statusOutputs,
  resultFile: optional(
    savedFile({ title: "Result File", description: "The result of the retraining, as the vendor gives it" })
  ),
  switchOutcome: optional(switchOutcome),
  resumeToken: text({ title: "Resume Token", description: "Names the retraining for a later wait" })
};
var downloadResultInput = optional(
  flag({
    title: "Download Result",
    description: "Whether to save the result file of the retraining once it has finished",
    advanced: true
  }),
  true
);

// packages/prediction-one/src/operations/shared/switch-inputs.ts
var verifyTimeoutInput = optional(
  duration({
    title: "Verify Timeout",
    description: "How long to look whether the prediction API runs on the new model, for which a deploy key or the Secret Key is needed; 0 does not look",
    minMs: 0,
    maxMs: 24 * 36e5,
    advanced: true
  }),
  18e5
);

// packages/prediction-one/src/jobs/status-words.ts
var failureWords = [
  "fail",
  "failed",
  "error",
  "abort",
  "aborted",
  "cancel",
  "canceled",
  "cancelled"
];
var wordsOf = (status) => status.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase().split(/[^a-z]+/);
function stateOfStatus(status, { finished, failure = failureWords }) {
  if (status.trim().toLowerCase() === finished) return "succeeded";
  const bad = new Set(failure.map((word) => word.toLowerCase()));
  const found = wordsOf(status).find((word) => bad.has(word));
  if (found === void 0) return "unknown";
  return found.startsWith("cancel") ? "cancelled" : "failed";
}

// packages/prediction-one/src/operations/shared/waiting-inputs.ts
var minute = 6e4;
var hour = 60 * minute;
var waitForCompletion = optional(
  flag({
    title: "Wait for Completion",
    description: "Whether to wait until the job has ended instead of returning right after it was started"
  }),
  true
);
var waitingInputs = {
  timeoutMs: optional(
    duration({
      title: "Timeout",
      description: "How long to wait for the job; one that runs on is not stopped and can be waited for again",
      minMs: 5e3,
      maxMs: 7 * 24 * hour,
      advanced: true
    }),
    3 * hour
  ),
  pollIntervalMs: optional(
    duration({
      title: "Poll Interval",
      description: "How long to pause between two looks at the job",
      minMs: 5e3,
      maxMs: hour,
      advanced: true
    }),
    3e4
  )
};
var failureWordsInput = optional(
  texts({
    title: "Failure Words",
    description: "Words in a status that mean the job has failed, since the vendor does not document them",
    advanced: true
  }),
  () => [...failureWords]
);

// packages/prediction-one/src/operations/retrain.ts
var inputs2 = pipe(
  object({
    trainingData: file({
      title: "Training Data",
      description: "The table to retrain on, as CSV or TSV with a header line, or a ZIP of the documented form",
      extensions: ["csv", "tsv", "zip"]
    }),
    evaluationData: optional(
      file({
        title: "Evaluation Data",
        description: "A table to evaluate the retrained model on, sent together with the training data in one ZIP",
        extensions: ["csv", "tsv"],
        advanced: true
      })
    ),
    waitForCompletion,
    switchModel: optional(
      flag({
        title: "Switch Model",
        description: "Whether to replace the published model as soon as the retraining has finished, without anyone looking at its result and with no way back",
        when: { waitForCompletion: true }
      }),
      false
    ),
    downloadResult: downloadResultInput,
    fileName: optional(
      text({
        title: "File Name",
        description: "Name to send the training data under, in place of its own",
        placeholder: "e.g. sales-2026-11.csv",
        maxLength: 255,
        advanced: true
      })
    ),
    compression: optional(
      choice({
        title: "Compression",
        description: "How the ZIP for training and evaluation data is made",
        choices: {
          stored: { title: "None", description: "Sent as it is read, with nothing kept in between" },
          deflate: {
            title: "Deflate",
            description: "Smaller, and kept in a temporary file until it is sent"
          }
        },
        advanced: true
      }),
      "stored"
    ),
    ...waitingInputs,
    verifyTimeoutMs: verifyTimeoutInput,
    ...retrainKeyInputs,
    failureWords: failureWordsInput
  }),
  forward(
    partialCheck(
      [["waitForCompletion"], ["switchModel"]],
      (given2) => given2.waitForCompletion || !given2.switchModel,
      "needs Wait for Completion: only a retraining that has finished can be switched to"
    ),
    ["switchModel"]
  )
);
var retrain = defineOperation({
  resource: "model",
  name: "retrain",
  title: "Retrain",
  action: "Retrain model",
  summary: "Retrain a published model on new data and, only if asked, switch its prediction API to it",
  ciStep: "retrain",
  inputs: inputs2,
  outputs: object(waitOutputs),
  run: async (...given2) => (await import("./operations-X3DUJIG4.mjs")).retrain(...given2)
});

// packages/prediction-one/src/vendor.ts
var vendor = "prediction-one";

// packages/prediction-one/src/jobs/retrain-job.ts
var retraining = "retraining";
function retrainJob(client, { retrainJobId, keyChoice, failureWords: failureWords2 }) {
  return {
    reference: { vendor, kind: retraining, id: retrainJobId },
    async read(signal) {
      const result = await client.getRetrainStatus({ retrainJobId, keyChoice }, signal);
      const state = stateOfStatus(result.status, { finished: "job_finished", failure: failureWords2 });
      return { state, rawStatus: result.status, message: result.message, result };
    }
  };
}

// packages/prediction-one/src/operations/shared/retrain-job-input.ts
var retrainJobInput = text({
  title: "Retrain Job ID",
  description: "The ID that Retrain gave, or its resume token",
  placeholder: "e.g. 0f5a2c7e-31b4-4c0e-9d55-2f1f6a6f9c10",
  maxLength: 1e3
});
var tokenStart = "eyJ2Ij";
function retrainJobIdOf(given2) {
  const refuse = (problem, remedy) => new InputError([{ field: "retrainJobId", problem, remedy }]);
  if (/[\s/\\?#]/.test(given2) || /^\.+$/.test(given2)) {
    throw refuse(
      `"${given2}" is no ID`,
      "Copy the ID from the outputs of Retrain, without spaces, quotes or a URL around it."
    );
  }
  if (!given2.startsWith(tokenStart)) return given2;
  try {
    return fromResumeToken(given2, { vendor, kind: retraining }).id;
  } catch (error) {
    if (!isInputError(error)) throw error;
    const [fault] = error.faults;
    throw refuse(fault?.problem ?? error.message, fault?.remedy);
  }
}

// packages/prediction-one/src/operations/switch-model.ts
var switchModel = defineOperation({
  resource: "model",
  name: "switch",
  title: "Switch",
  action: "Switch model",
  summary: "Replace the published model by a retrained one, for which the vendor offers no way back",
  ciStep: "switch-model",
  inputs: object({
    retrainJobId: retrainJobInput,
    verifyTimeoutMs: verifyTimeoutInput,
    pollIntervalMs: waitingInputs.pollIntervalMs,
    ...retrainKeyInputs
  }),
  outputs: object({
    retrainJobId: text({ title: "Retrain Job ID", description: "ID of the retraining" }),
    modelId: newModelId,
    switchOutcome
  }),
  run: async (...given2) => (await import("./operations-X3DUJIG4.mjs")).switchModel(...given2)
});

// packages/prediction-one/src/operations/train.ts
var train = {
  resource: "model",
  name: "train",
  inputFields: []
};

// packages/prediction-one/src/operations/update-classifier.ts
var updateClassifier = {
  resource: "predictionApi",
  name: "update",
  inputFields: []
};

// packages/prediction-one/src/operations/wait-for-retraining.ts
var { switchOutcome: _, ...outputs } = waitOutputs;
var waitForRetraining = defineOperation({
  resource: "model",
  name: "waitForRetraining",
  title: "Wait for Retraining",
  action: "Wait for model retraining",
  summary: "Wait until a retraining that was started earlier has ended, and get its result",
  ciStep: "wait",
  inputs: object({
    retrainJobId: retrainJobInput,
    downloadResult: downloadResultInput,
    ...waitingInputs,
    ...retrainKeyInputs,
    failureWords: failureWordsInput
  }),
  outputs: object(outputs),
  run: async (...given2) => (await import("./operations-X3DUJIG4.mjs")).waitForRetraining(...given2)
});

// packages/prediction-one/src/scoring/columns-lookup.ts
var given = (value) => {
  const text2 = typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
  return text2 === "" ? void 0 : text2;
};
var trainingColumns = async ({ client, signal }, inputs3) => {
  const externalProcessId = given(inputs3["trainingProcessId"]);
  if (externalProcessId === void 0) return [];
  const { trainingDataColumns } = await client.getColumnInfo({ externalProcessId }, signal);
  return trainingDataColumns.filter(({ name }) => name !== given(inputs3["targetColumn"])).map(({ name, numericalValue }) => ({
    name,
    type: numericalValue?.some((one) => one !== null) ? "number" : "text",
    required: false
    // A missing value is an ordinary one
  }));
};

// packages/prediction-one/src/catalog.ts
var predictionOne = defineCatalog({
  vendor,
  title: "Sony Prediction One",
  resources: {
    model: { title: "Model", description: "Trained models, and the retraining of published ones" },
    dataSet: { title: "Data Set", description: "Tables that models were trained on" },
    predictionApi: {
      title: "Prediction API",
      description: "Published models, which answer scoring requests"
    },
    prediction: { title: "Prediction", description: "Answers of a published model" }
  },
  operations: [
    retrain,
    getRetraining,
    waitForRetraining,
    downloadResult,
    switchModel,
    train,
    getModels,
    deleteModel,
    getDataSets,
    getColumns,
    deleteDataSet,
    createClassifier,
    getClassifiers,
    updateClassifier,
    deleteClassifier,
    predict
  ],
  lookups: { models, classifiers, dataSets },
  columnLookups: { trainingColumns }
});

// apps/github-action/src/vendors/prediction-one/job-kinds.ts
var retraining2 = {
  outputs: (id) => ({ "job-id": id }),
  waitedBy: "wait"
};
var predictionOneJobs = { retraining: retraining2, switch: retraining2 };

// apps/github-action/src/vendors/prediction-one/host.ts
var keyInputs = {
  retrain: "retrain-key",
  prediction: "prediction-key",
  deploy: "deploy-key",
  train: "train-key",
  secret: "secret-key"
};
var predictionOneHost = {
  catalog: predictionOne,
  jobs: predictionOneJobs,
  async createClient({ transport, given: given2, clock, secrets, warn }) {
    const keys = Object.entries(keyInputs).flatMap(([kind, input]) => {
      const key = given2[input];
      return key === void 0 ? [] : [[kind, { authorizer: headerKey("x-api-key", key, secrets) }]];
    });
    const managementUrl = given2["management-url"];
    const { createPredictionOneClient } = await import("./create-prediction-one-client-X6LYYYMX.mjs");
    return createPredictionOneClient({
      transport,
      keys: Object.fromEntries(keys),
      region: given2["region"] === "international" ? "international" : "japan",
      managementUrl,
      clock,
      secrets,
      warn
    });
  }
};

export {
  recordsOf,
  vendor,
  stateOfStatus,
  retraining,
  retrainJob,
  waitOutputs,
  retrainJobIdOf,
  predictionOneHost
};
