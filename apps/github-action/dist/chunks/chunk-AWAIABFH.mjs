import {
  headerKey
} from "./chunk-RJFDKWHQ.mjs";
import {
  anything,
  array,
  choice,
  count,
  defineCatalog,
  describe,
  duration,
  file,
  flag,
  forward,
  fromResumeToken,
  link,
  metadata,
  moment,
  number2 as number,
  object,
  operationsOf,
  optional,
  partialCheck,
  pipe,
  rawCheck,
  reference,
  rows,
  savedFile,
  text,
  texts
} from "./chunk-QEYLCMER.mjs";
import {
  InputError,
  isInputError
} from "./chunk-SPUPTFJP.mjs";

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

// packages/prediction-one/src/operations/shared/access-inputs.ts
var octet = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
var cidr4 = `${octet}(\\.${octet}){3}(/(3[0-2]|[12]?\\d))?`;
var cidr6 = "(?=[^:]*:)[0-9a-f:]*(/(12[0-8]|1[01]\\d|\\d?\\d))?";
var sources = {
  pattern: new RegExp(`^(${cidr4}|${cidr6})$`, "i"),
  patternHint: "IP addresses or ranges such as 203.0.113.0/24"
};
var words = (who) => `IP addresses or ranges (CIDR) that ${who} score; 0.0.0.0/0 is everyone`;
var allowedSources = texts({
  title: "Allowed Sources",
  description: words("may"),
  placeholder: "e.g. 203.0.113.0/24",
  ...sources
});
var deniedSources = optional(
  texts({
    title: "Denied Sources",
    description: words("may not"),
    placeholder: "e.g. 203.0.113.7",
    advanced: true,
    ...sources
  })
);
var accessRules = (allowed, denied = []) => [
  ...denied.map((source) => ({ source, order: "deny" })),
  ...allowed.map((source) => ({ source, order: "allow" }))
].map((rule, priority) => ({ ...rule, priority }));
var undocumentedOrder = "Some sources are allowed and others denied. Which rule decides about an address that both name is not documented: score from a denied one to see that it is kept out.";
var sourcesOf = (rules, order) => (rules ?? []).filter((rule) => rule.order.toLowerCase() === order).map(({ source }) => source);

// packages/operation/src/record.ts
function records(words2) {
  const { entries, ...said } = words2;
  return pipe(
    array(object(entries)),
    metadata({ field: { kind: "records", fields: describe(entries), ...said } })
  );
}

// packages/prediction-one/src/operations/shared/optional.ts
var present = (value) => value ?? void 0;

// packages/prediction-one/src/operations/shared/classifier-outputs.ts
var classifierOutputs = {
  classifierId: text({ title: "Prediction API ID", description: "ID of the prediction API" }),
  modelId: optional(text({ title: "Model ID", description: "ID of the model it runs on" })),
  status: text({
    title: "Status",
    description: "Building, running, updating, failed, terminating (stopping) or terminated (stopped)"
  }),
  url: optional(
    link({ title: "Scoring URL", description: "Where rows are sent to be scored, once it is there" })
  ),
  active: optional(flag({ title: "Active", description: "Whether the prediction API is in operation" })),
  version: optional(
    text({ title: "Version", description: "Version, as the vendor gives it", advanced: true })
  ),
  editable: optional(
    flag({
      title: "Editable",
      description: "The edit setting as the vendor gives it, whose meaning is not documented",
      advanced: true
    })
  ),
  createdDate: optional(
    moment({ title: "Created Date", description: "When it was created", advanced: true })
  ),
  updatedDate: optional(
    moment({ title: "Updated Date", description: "When it was changed last", advanced: true })
  ),
  rules: optional(
    records({
      title: "Rules",
      description: "Who may score",
      advanced: true,
      entries: {
        source: text({ title: "Source", description: "IP address or range" }),
        order: text({ title: "Order", description: "Allow or deny" }),
        priority: count({ title: "Priority", description: "Place among the rules" })
      }
    })
  ),
  predictionKey: optional(
    text({
      title: "Prediction Key",
      description: "The key for scoring, a secret; only where it was asked for"
    })
  )
};
var classifierOutput = (one, withKey) => ({
  classifierId: one.classifierId,
  modelId: present(one.modelId),
  status: one.status,
  url: present(one.url),
  active: present(one.active),
  version: present(one.version),
  editable: present(one.isEditable),
  createdDate: present(one.createDatetime),
  updatedDate: present(one.updateDatetime),
  rules: present(one.rules),
  predictionKey: withKey ? present(one.apiKey) : void 0
});

// packages/prediction-one/src/operations/shared/define-operation.ts
var defineOperation = operationsOf();

// packages/prediction-one/src/operations/shared/include-key-input.ts
var includeKey = optional(
  flag({
    title: "Include Prediction Key",
    description: "Whether to return the key for scoring, which is then readable by everyone who sees the output",
    advanced: true
  }),
  false
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

// packages/prediction-one/src/operations/create-classifier.ts
var createClassifier = defineOperation({
  resource: "predictionApi",
  name: "create",
  title: "Create",
  action: "Create prediction API",
  summary: "Publish a model as a prediction API, which takes 5 to 20 minutes and a free API option",
  inputs: object({
    modelId: reference({
      title: "Model",
      description: "The model to publish",
      lookup: "models",
      placeholder: "e.g. 20417"
    }),
    allowedSources: optional(allowedSources, () => ["0.0.0.0/0"]),
    waitForCompletion,
    deniedSources,
    includeKey,
    ...waitingInputs
  }),
  outputs: object({
    ...classifierOutputs,
    pending: flag({ title: "Pending", description: "Whether it was still being built when last looked at" })
  }),
  run: async (...given2) => (await import("./operations-MD5VP7CB.mjs")).createClassifier(...given2)
});

// packages/prediction-one/src/operations/shared/classifier-input.ts
var classifierInput = (description, when) => reference({
  title: "Prediction API",
  description,
  lookup: "classifiers",
  urlPattern: "/classifiers/([^/?#]+)",
  placeholder: "e.g. 5f2c7e31b44c0e9d",
  when
});

// packages/prediction-one/src/operations/shared/deleted-output.ts
var deletedOutputs = {
  deleted: flag({ title: "Deleted", description: "Whether it was deleted" })
};

// packages/prediction-one/src/operations/delete-classifier.ts
var deleteClassifier = defineOperation({
  resource: "predictionApi",
  name: "delete",
  title: "Delete",
  action: "Delete prediction API",
  summary: "Delete a prediction API, which frees its API option",
  inputs: object({
    classifierId: classifierInput("The prediction API to delete"),
    stopFirst: optional(
      flag({
        title: "Stop First",
        description: "Whether to stop the prediction API first where it runs, so that nothing can be scored from then on"
      }),
      false
    ),
    ...waitingInputs
  }),
  outputs: object(deletedOutputs),
  run: async (...given2) => (await import("./operations-MD5VP7CB.mjs")).deleteClassifier(...given2)
});

// packages/prediction-one/src/operations/delete-data-set.ts
var deleteDataSet = defineOperation({
  resource: "dataSet",
  name: "delete",
  title: "Delete",
  action: "Delete data set",
  summary: "Delete a data set, which also vanishes from the web app",
  inputs: object({
    dataSetId: reference({
      title: "Data Set",
      description: "The data set to delete",
      lookup: "dataSets",
      placeholder: "e.g. 77"
    })
  }),
  outputs: object(deletedOutputs),
  run: async (...given2) => (await import("./operations-MD5VP7CB.mjs")).deleteDataSet(...given2)
});

// packages/prediction-one/src/operations/delete-model.ts
var deleteModel = defineOperation({
  resource: "model",
  name: "delete",
  title: "Delete",
  action: "Delete model",
  summary: "Delete a model, which also vanishes from the web app",
  inputs: object({
    modelId: reference({
      title: "Model",
      description: "The model to delete",
      lookup: "models",
      placeholder: "e.g. 20417"
    }),
    force: optional(
      flag({
        title: "Force",
        description: "Whether to delete the model even though a prediction API uses it, or nothing tells whether one does",
        advanced: true
      }),
      false
    )
  }),
  outputs: object(deletedOutputs),
  run: async (...given2) => (await import("./operations-MD5VP7CB.mjs")).deleteModel(...given2)
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
    throw refuse(`"${given2}" is no ID`, "Pass the ID that Retrain gave, with nothing around it.");
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

// packages/prediction-one/src/operations/download-result.ts
var downloadResult = defineOperation({
  resource: "model",
  name: "downloadResult",
  title: "Download Result",
  action: "Download model retraining result",
  summary: "Download the result file of a retraining that has finished",
  inputs: object({ retrainJobId: retrainJobInput, ...retrainKeyInputs }),
  outputs: object({
    retrainJobId: text({ title: "Retrain Job ID", description: "ID of the retraining" }),
    resultFile: savedFile({
      title: "Result File",
      description: "The result of the retraining, as the vendor gives it"
    })
  }),
  run: async (...given2) => (await import("./operations-MD5VP7CB.mjs")).downloadResult(...given2)
});

// packages/prediction-one/src/operations/shared/list-inputs.ts
var listInputs = {
  returnAll: optional(
    flag({
      title: "Return All",
      description: "Whether to return all results or only up to a given limit"
    }),
    false
  ),
  limit: optional(
    count({
      title: "Limit",
      description: "Max number of results to return",
      min: 1,
      max: 1e5,
      when: { returnAll: false }
    }),
    50
  )
};
async function collect(entries, { returnAll, limit }, matches2 = () => true) {
  const found = [];
  const most = returnAll ? Infinity : limit;
  for await (const entry of entries) {
    if (matches2(entry)) found.push(entry);
    if (found.length >= most) break;
  }
  return found;
}

// packages/prediction-one/src/operations/get-classifiers.ts
var getClassifiers = defineOperation({
  resource: "predictionApi",
  name: "getMany",
  title: "Get Many",
  // n8n's lint takes the plural of API for a word in capitals
  action: "Get many prediction API entries",
  summary: "Get many prediction APIs of the account",
  result: "many",
  inputs: object({
    ...listInputs,
    modelId: optional(
      reference({
        title: "Model",
        description: "Only prediction APIs that run on this model",
        lookup: "models",
        placeholder: "e.g. 20417",
        advanced: true
      })
    ),
    includeKey
  }),
  outputs: object(classifierOutputs),
  run: async (...given2) => (await import("./operations-MD5VP7CB.mjs")).getClassifiers(...given2)
});

// packages/prediction-one/src/operations/get-columns.ts
var getColumns = defineOperation({
  resource: "dataSet",
  name: "getColumns",
  title: "Get Columns",
  action: "Get data set columns",
  summary: "Get the columns of data that was uploaded for a training, with what the vendor found in them",
  result: "many",
  inputs: object({
    trainingProcessId: text({
      title: "Training Process ID",
      description: "The ID that Train gave; its columns are waited for up to two minutes",
      placeholder: "e.g. 8f1d7c3e"
    })
  }),
  outputs: object({
    name: text({ title: "Name", description: "Name of the column" }),
    columnId: optional(text({ title: "Column ID", description: "ID of the column", advanced: true })),
    dataType: optional(
      count({
        title: "Data Type",
        description: "The vendor's number for the type, whose meaning is not documented",
        advanced: true
      })
    ),
    uniqueCount: optional(count({ title: "Unique Count", description: "Number of different values" })),
    dataCount: optional(count({ title: "Data Count", description: "Number of values" })),
    missingCount: optional(count({ title: "Missing Count", description: "Number of missing values" })),
    correlation: optional(
      number({ title: "Correlation", description: "Correlation score, as the vendor gives it" })
    ),
    minimum: optional(number({ title: "Minimum", description: "Least value, of a numeric column" })),
    maximum: optional(number({ title: "Maximum", description: "Greatest value, of a numeric column" })),
    average: optional(number({ title: "Average", description: "Mean value, of a numeric column" })),
    median: optional(number({ title: "Median", description: "Median value, of a numeric column" }))
  }),
  run: async (...given2) => (await import("./operations-MD5VP7CB.mjs")).getColumns(...given2)
});

// packages/prediction-one/src/operations/get-data-sets.ts
var getDataSets = defineOperation({
  resource: "dataSet",
  name: "getMany",
  title: "Get Many",
  action: "Get many data sets",
  summary: "Get many data sets of the account",
  result: "many",
  inputs: object(listInputs),
  outputs: object({
    dataSetId: text({ title: "Data Set ID", description: "ID of the data set" }),
    name: optional(text({ title: "Name", description: "Name of the data set" })),
    extension: optional(
      text({ title: "Extension", description: "Extension of the file it was made from" })
    ),
    columnCount: optional(count({ title: "Column Count", description: "Number of columns" })),
    rowCount: optional(count({ title: "Row Count", description: "Number of rows" })),
    sizeBytes: optional(count({ title: "Size Bytes", description: "Size in bytes" })),
    createdDate: optional(moment({ title: "Created Date", description: "When it was created" })),
    updatedDate: optional(moment({ title: "Updated Date", description: "When it was changed last" })),
    ownerUserId: optional(text({ title: "Owner User ID", description: "ID of the user it belongs to" }))
  }),
  run: async (...given2) => (await import("./operations-MD5VP7CB.mjs")).getDataSets(...given2)
});

// packages/prediction-one/src/client/target-column-of.ts
function targetColumnOf({ config }) {
  const target = config?.["tc"];
  return typeof target === "string" ? target : void 0;
}

// packages/prediction-one/src/operations/shared/model-outputs.ts
var modelOutputs = {
  modelId: text({ title: "Model ID", description: "ID of the model" }),
  name: optional(text({ title: "Name", description: "Name of the model" })),
  targetType: optional(text({ title: "Target Type", description: "What kind of value it predicts" })),
  targetColumn: optional(text({ title: "Target Column", description: "Name of the column it predicts" })),
  version: optional(text({ title: "Version", description: "Version, as the vendor gives it" })),
  apiOption: optional(flag({ title: "API Option", description: "Whether the paid API option is on" })),
  createdDate: optional(moment({ title: "Created Date", description: "When it was created" })),
  updatedDate: optional(moment({ title: "Updated Date", description: "When it was changed last" })),
  ownerUserId: optional(text({ title: "Owner User ID", description: "ID of the user it belongs to" })),
  config: optional(anything({ title: "Config", description: "Settings it was trained with" }))
};
var modelOutput = (model) => ({
  modelId: model.modelId,
  name: present(model.name),
  targetType: present(model.targetType),
  targetColumn: targetColumnOf(model),
  version: present(model.version),
  apiOption: present(model.isApiOption),
  createdDate: present(model.createdDate),
  updatedDate: present(model.updatedDate),
  ownerUserId: present(model.ownerUserId),
  config: present(model.config)
});

// packages/prediction-one/src/operations/get-models.ts
var getModels = defineOperation({
  resource: "model",
  name: "getMany",
  title: "Get Many",
  action: "Get many models",
  summary: "Get many models of the account",
  result: "many",
  inputs: object({
    ...listInputs,
    nameContains: optional(
      text({
        title: "Name Contains",
        description: "Only models with this in their name, in whatever case",
        placeholder: "e.g. churn",
        advanced: true
      })
    )
  }),
  outputs: object(modelOutputs),
  run: async (...given2) => (await import("./operations-MD5VP7CB.mjs")).getModels(...given2)
});

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

// packages/prediction-one/src/operations/get-retraining.ts
var getRetraining = defineOperation({
  resource: "model",
  name: "getRetraining",
  title: "Get Retraining",
  action: "Get model retraining",
  summary: "Get the status of a retraining once, without waiting",
  inputs: object({
    retrainJobId: retrainJobInput,
    ...retrainKeyInputs,
    failureWords: failureWordsInput
  }),
  outputs: object({
    ...statusOutputs,
    failed: flag({ title: "Failed", description: "Whether the retraining has ended badly" })
  }),
  run: async (...given2) => (await import("./operations-MD5VP7CB.mjs")).getRetraining(...given2)
});

// packages/prediction-one/src/scoring/records-of.ts
function recordsOf({ header, rows: rows2 }) {
  const names = [];
  for (const name of header) {
    let unique = name;
    for (let number2 = 2; names.includes(unique); number2++) unique = `${name}_${number2}`;
    names.push(unique);
  }
  return rows2.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at] ?? ""])));
}

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
  run: async (...given2) => (await import("./operations-MD5VP7CB.mjs")).predict(...given2)
});

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
  run: async (...given2) => (await import("./operations-MD5VP7CB.mjs")).retrain(...given2)
});

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
  run: async (...given2) => (await import("./operations-MD5VP7CB.mjs")).switchModel(...given2)
});

// packages/prediction-one/src/training/asked-types.ts
var form = /^(.+?)\s*=\s*([a-z][a-z_]*)$/i;
var areAskedTypes = (entries) => entries.every((entry) => form.test(entry));
var askedTypes = (entries) => Object.fromEntries(
  entries.map((entry) => {
    const [, name = entry, type = "string"] = form.exec(entry) ?? [];
    return [name, type.toLowerCase()];
  })
);
var strayTypes = (asked, columns) => Object.keys(asked).filter((name) => !columns.includes(name)).map((name) => ({
  field: "columnTypes",
  problem: `the training data has no column "${name}"`,
  remedy: "Write the name as the header has it."
}));

// packages/prediction-one/src/operations/shared/train-config-inputs.ts
var column = (title, description, placeholder) => optional(text({ title, description, placeholder, advanced: true }));
var trainConfigInputs = {
  targetColumn: text({
    title: "Target Column",
    description: "Name of the column to predict, as the header has it",
    placeholder: "e.g. bought"
  }),
  targetType: choice({
    title: "Target Type",
    description: "What kind of value to predict",
    choices: {
      binary_classification: { title: "Binary Classification", description: "One of two classes" },
      multi_classification: { title: "Multi-Class Classification", description: "One of several classes" },
      regression: { title: "Regression", description: "A number" }
    }
  }),
  positiveValue: optional(
    text({
      title: "Positive Value",
      description: "The class of the target column that counts as positive; needed for binary classification",
      placeholder: "e.g. yes",
      when: { targetType: "binary_classification" }
    })
  ),
  crossValidation: optional(
    count({
      title: "Cross-Validation",
      description: "Number of folds: 0 lets the vendor decide, -1 cross-validates with as many as the vendor likes, 1 does not cross-validate",
      min: -1,
      max: 100,
      advanced: true
    })
  ),
  correctImbalance: optional(
    flag({
      title: "Correct Imbalance",
      description: "Whether to make up for classes of very different size; for classification only",
      advanced: true
    })
  ),
  timeSeries: optional(
    flag({
      title: "Time Series",
      description: "Whether to forecast a time series; for regression only",
      when: { targetType: "regression" }
    }),
    false
  ),
  timeColumn: column(
    "Time Column",
    "Name of the column that holds the time; needed for a time series",
    "e.g. date"
  ),
  timeUnit: optional(
    choice({
      title: "Time Unit",
      description: "Length of one step of the time series; left out, the vendor decides",
      choices: {
        year: { title: "Year" },
        month: { title: "Month" },
        eom: { title: "End of Month" },
        day: { title: "Day" },
        hour: { title: "Hour" },
        minute: { title: "Minute" }
      },
      advanced: true
    })
  ),
  timeInterval: optional(
    count({
      title: "Time Interval",
      description: "Number of time units in one step; 0 lets the vendor decide",
      min: 0,
      advanced: true
    })
  ),
  firstStep: optional(
    count({
      title: "First Step",
      description: "First step ahead to forecast; needed for a time series",
      min: 1,
      advanced: true
    })
  ),
  lastStep: optional(
    count({
      title: "Last Step",
      description: "Last step ahead to forecast; needed for a time series",
      min: 1,
      advanced: true
    })
  ),
  seriesColumn: column("Series Column", "Name of the column that tells several series apart", "e.g. shop"),
  othersKnown: optional(
    flag({
      title: "Other Columns Known",
      description: "Whether the other columns are known for the time that is forecast",
      advanced: true
    })
  ),
  othersKnownExcept: optional(
    texts({
      title: "Other Columns Except",
      description: "Names of columns for which the opposite of Other Columns Known holds",
      advanced: true
    })
  )
};

// packages/prediction-one/src/training/train-config-rules.ts
var onlyForTimeSeries = (field) => ({
  field,
  problem: "only goes with Time Series",
  holds: (settings) => settings.timeSeries || settings[field] === void 0
});
var neededForTimeSeries = (field) => ({
  field,
  problem: "is needed for a time series",
  holds: (settings) => !settings.timeSeries || settings[field] !== void 0
});
var trainSettingsRules = [
  {
    field: "positiveValue",
    problem: "is needed for binary classification",
    holds: ({ targetType, positiveValue }) => targetType !== "binary_classification" || positiveValue !== void 0
  },
  {
    field: "positiveValue",
    problem: "only goes with binary classification",
    holds: ({ targetType, positiveValue }) => targetType === "binary_classification" || positiveValue === void 0
  },
  {
    field: "correctImbalance",
    problem: "only goes with classification",
    holds: ({ targetType, correctImbalance }) => targetType !== "regression" || correctImbalance !== true
  },
  {
    field: "timeSeries",
    problem: "only goes with regression",
    holds: ({ targetType, timeSeries }) => targetType === "regression" || !timeSeries
  },
  neededForTimeSeries("timeColumn"),
  neededForTimeSeries("firstStep"),
  neededForTimeSeries("lastStep"),
  {
    field: "lastStep",
    problem: "must not come before First Step",
    holds: ({ firstStep, lastStep }) => firstStep === void 0 || lastStep === void 0 || lastStep >= firstStep
  },
  ...[
    "timeColumn",
    "timeUnit",
    "timeInterval",
    "firstStep",
    "lastStep",
    "seriesColumn",
    "othersKnown",
    "othersKnownExcept"
  ].map(onlyForTimeSeries)
];

// packages/prediction-one/src/operations/shared/with-train-rules.ts
function withTrainRules(schema, more) {
  const rules = [
    ...trainSettingsRules.map((rule) => ({
      ...rule,
      holds: (value) => rule.holds(value)
    })),
    ...more
  ];
  return pipe(
    schema,
    rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      const { value } = dataset;
      for (const { field, problem, holds } of rules) {
        if (holds(value)) continue;
        addIssue({
          message: problem,
          path: [
            {
              type: "object",
              origin: "value",
              input: value,
              key: field,
              value: value[field]
            }
          ]
        });
      }
    })
  );
}

// packages/prediction-one/src/operations/train.ts
var inputs3 = withTrainRules(
  object({
    modelName: text({
      title: "Model Name",
      description: "Name of the new model; the time is added to it where a model has it already",
      placeholder: "e.g. churn",
      maxLength: 200
    }),
    trainingData: file({
      title: "Training Data",
      description: "The table to train on, as CSV or TSV with a header line",
      extensions: ["csv", "tsv"]
    }),
    evaluationData: optional(
      file({
        title: "Evaluation Data",
        description: "A table to evaluate the model on",
        extensions: ["csv", "tsv"],
        advanced: true
      })
    ),
    ...trainConfigInputs,
    columnTypes: optional(
      texts({
        title: "Column Types",
        description: "Types of columns in place of those guessed from the first rows, each as column=type with the type string, float or date",
        placeholder: "e.g. postal_code=string",
        advanced: true
      }),
      () => []
    ),
    waitForCompletion,
    downloadResult: optional(
      flag({
        title: "Download Result",
        description: "Whether to save the result file of the training once it has finished",
        advanced: true
      }),
      false
    ),
    ...waitingInputs,
    failureWords: failureWordsInput
  }),
  [
    {
      field: "columnTypes",
      problem: "must have the form column=type",
      holds: ({ columnTypes }) => areAskedTypes(columnTypes)
    }
  ]
);
var train = defineOperation({
  resource: "model",
  name: "train",
  title: "Train",
  action: "Train model",
  summary: "Train a new model on a table",
  inputs: inputs3,
  outputs: object({
    modelName: text({ title: "Model Name", description: "Name of the model, as it was made unique" }),
    modelId: optional(text({ title: "Model ID", description: "ID of the model, once it is there" })),
    trainingProcessId: text({
      title: "Training Process ID",
      description: "ID of the training, by which its columns can be read"
    }),
    status: optional(
      text({ title: "Status", description: "The vendor's own word for the state of the training" })
    ),
    finished: flag({ title: "Finished", description: "Whether the training has ended well" }),
    pending: flag({
      title: "Pending",
      description: "Whether the training was still under way when last looked at"
    }),
    resultFile: optional(
      savedFile({ title: "Result File", description: "The result of the training, as the vendor gives it" })
    )
  }),
  run: async (...given2) => (await import("./operations-MD5VP7CB.mjs")).train(...given2)
});

// packages/prediction-one/src/operations/update-classifier.ts
var updateClassifier = defineOperation({
  resource: "predictionApi",
  name: "update",
  title: "Update",
  action: "Update prediction API",
  summary: "Start or stop a prediction API, or change who may use it",
  inputs: object({
    classifierId: classifierInput("The prediction API to update"),
    startOrStop: optional(
      choice({
        title: "Start or Stop",
        description: "Whether to start the prediction API, to stop it, or to leave it as it is",
        choices: { keep: { title: "Leave as It Is" }, start: { title: "Start" }, stop: { title: "Stop" } }
      }),
      "keep"
    ),
    waitForCompletion,
    allowedSources: optional(
      texts({
        title: "Allowed Sources",
        description: "IP addresses or ranges (CIDR) that may score, in place of those that may now; 0.0.0.0/0 is everyone",
        placeholder: "e.g. 203.0.113.0/24",
        ...sources,
        advanced: true
      })
    ),
    deniedSources,
    editable: optional(
      flag({
        title: "Editable",
        description: "Whether to set the edit setting, whose meaning is not documented; it is passed on as it is",
        advanced: true
      })
    ),
    includeKey,
    ...waitingInputs
  }),
  outputs: object({
    ...classifierOutputs,
    pending: flag({
      title: "Pending",
      description: "Whether the change was still under way when last looked at"
    })
  }),
  run: async (...given2) => (await import("./operations-MD5VP7CB.mjs")).updateClassifier(...given2)
});

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
  run: async (...given2) => (await import("./operations-MD5VP7CB.mjs")).waitForRetraining(...given2)
});

// packages/prediction-one/src/scoring/columns-lookup.ts
var given = (value) => {
  const text2 = typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
  return text2 === "" ? void 0 : text2;
};
var trainingColumns = async ({ client, signal }, inputs4) => {
  const externalProcessId = given(inputs4["trainingProcessId"]);
  if (externalProcessId === void 0) return [];
  const { trainingDataColumns } = await client.getColumnInfo({ externalProcessId }, signal);
  return trainingDataColumns.filter(({ name }) => name !== given(inputs4["targetColumn"])).map(({ name, numericalValue }) => ({
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
  async createClient({ transport, given: given2, clock, secrets, warn }) {
    const keys = Object.entries(keyInputs).flatMap(([kind, input]) => {
      const key = given2[input];
      return key === void 0 ? [] : [[kind, { authorizer: headerKey("x-api-key", key, secrets) }]];
    });
    const managementUrl = given2["management-url"];
    const { createPredictionOneClient } = await import("./create-prediction-one-client-L3ORULRN.mjs");
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
  accessRules,
  undocumentedOrder,
  sourcesOf,
  present,
  classifierOutput,
  stateOfStatus,
  vendor,
  retraining,
  retrainJob,
  retrainJobIdOf,
  collect,
  targetColumnOf,
  modelOutput,
  recordsOf,
  waitOutputs,
  askedTypes,
  strayTypes,
  predictionOneHost
};
