import {
  camelized,
  readStorageError,
  storageCalls
} from "./chunk-HEJGKSYZ.mjs";
import {
  HttpClient,
  decodeAs,
  jsonBody,
  pathSegment
} from "./chunk-AZCQZNKZ.mjs";
import "./chunk-OHIAI7NE.mjs";
import {
  faultOf,
  isMissingApi,
  keyWords,
  readFailure
} from "./chunk-FEKD5PR4.mjs";
import {
  apiErrorFrom
} from "./chunk-OQ2WWW7T.mjs";
import "./chunk-OEOLPVA5.mjs";
import "./chunk-7I2YHKLZ.mjs";
import "./chunk-F6SUFCMP.mjs";
import "./chunk-LCWEN4EU.mjs";
import "./chunk-O2OEQBPF.mjs";
import "./chunk-3TW3HCV5.mjs";
import {
  parseRows
} from "./chunk-3OOVAMUB.mjs";
import {
  array,
  boolean,
  headerKey,
  minLength,
  nullable,
  nullish,
  number,
  object,
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
  EngineError,
  isApiError
} from "./chunk-VDHEZRE2.mjs";

// packages/prediction-one/src/client/decode.ts
var id = pipe(union([string(), number()], "must be an ID"), transform(String));
var moment = pipe(union([string(), number()], "must be a date"), transform(String));

// packages/prediction-one/src/client/api-key.ts
var answer = camelized({ api_key: pipe(string(), minLength(1)), end_date: nullish(moment) });
var apiKeyCalls = (port, hide) => ({
  async getApiKey({ credentialType, modelId }, signal) {
    const { apiKey, endDate } = await port.json(
      {
        doing: `get a ${credentialType} key for the Secret Key`,
        key: "secret",
        method: "GET",
        path: "/api-key",
        query: { credential_type: credentialType, model_id: modelId },
        idempotent: true,
        signal
      },
      answer
    );
    hide(apiKey);
    return { apiKey, endDate: endDate ?? void 0 };
  }
});

// packages/prediction-one/src/client/key-hint.ts
var noSuchModel = "Check the model ID in the list of models: it may have been deleted, or belong to another account or region.";
var asked = "This was asked with";
function keyHint(error, key) {
  if (!isApiError(error)) return error;
  if (faultOf(error) === "model-gone" && key !== "retrain") return withRemedy(error, noSuchModel);
  if (error.code !== "unauthorized" || error.remedy?.startsWith(asked)) return error;
  return withRemedy(error, `${asked} ${keyWords[key].name}. ${error.remedy ?? ""}`.trim());
}
var withRemedy = (error, remedy) => new ApiError({ ...error, message: error.message, remedy, cause: error.cause });

// packages/prediction-one/src/client/regions.ts
var regions = {
  japan: { product: "Prediction One", managementUrl: "https://developer-api.predictionone.sony.biz" },
  international: {
    product: "Easy Predictive Analytics",
    managementUrl: "https://developer-api.easy-predictive-analytics.sony.com"
  }
};
var basePath = "/v1/external";

// packages/prediction-one/src/client/call-port.ts
function createCallPort({ keys: keys2, region, clock, redact }) {
  const http = ({ key, doing, choice }) => keys2.http(key, doing, choice);
  return {
    json: (call, schema) => withHints(call, region, () => http(call).json(httpCall(call), decodeAs(schema))),
    empty: (call) => withHints(call, region, async () => {
      const text = await http(call).text(httpCall(call));
      const answer3 = { status: 200, headers: {}, text };
      const failure = readFailure(answer3);
      if (failure) throw apiErrorFrom(call.doing, answer3, failure, redact, clock.now());
    })
  };
}
function httpCall({ path, body, doing, method, query, idempotent, signal }) {
  const sent = body === void 0 ? {} : { body: jsonBody(body), headers: { "content-type": "application/json" } };
  return { doing, method, query, idempotent, signal, path: `${basePath}${path}`, ...sent };
}
async function withHints(call, region, send) {
  try {
    return await send();
  } catch (error) {
    const hinted = keyHint(error, call.key);
    throw call.perhapsJapanOnly && region !== "japan" ? regionHint(hinted) : hinted;
  }
}
function regionHint(error) {
  if (!isMissingApi(error)) return error;
  return new ApiError({
    ...error,
    message: error.message,
    remedy: "This call may not exist in this region: it is known from Japan only. Check the region or the base URL, or take this step in the web app.",
    cause: error
  });
}

// packages/prediction-one/src/client/classifiers.ts
var ruleEntries = { source: string(), order: string(), priority: number() };
var classifierFields = {
  classifier_id: id,
  model_id: nullish(id),
  status: string(),
  api_key: nullish(string()),
  version: nullish(id),
  url: nullish(string()),
  active: nullish(boolean()),
  is_editable: nullish(boolean()),
  create_datetime: nullish(moment),
  update_datetime: nullish(moment),
  rules: nullish(array(object(ruleEntries)))
};
var classifier = camelized(classifierFields);
var wireId = (text) => /^\d+$/.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : text;
function classifierCalls(port, hide) {
  const hidden = (one) => {
    if (one.apiKey) hide(one.apiKey);
    return one;
  };
  return {
    async getClassifiers(signal) {
      const { classifiers } = await port.json(
        {
          doing: "list the prediction APIs",
          key: "deploy",
          method: "GET",
          path: "/classifiers",
          idempotent: true,
          perhapsJapanOnly: true,
          signal
        },
        object({ classifiers: array(classifier) })
      );
      return classifiers.map(hidden);
    },
    async createClassifier({ modelId, rules }, signal) {
      const { classifierId, apiKey, version } = await port.json(
        {
          doing: `create a prediction API for model ${modelId}`,
          key: "deploy",
          method: "POST",
          path: "/classifiers",
          body: { model_id: wireId(modelId), rules },
          idempotent: false,
          perhapsJapanOnly: true,
          signal
        },
        camelized({ classifier_id: id, api_key: nullish(string()), version: nullish(id) })
      );
      return hidden({ classifierId, apiKey: apiKey ?? void 0, version: version ?? void 0 });
    },
    async updateClassifier({ classifierId, rules, active, isEditable }, signal) {
      const answer3 = await port.json(
        {
          doing: `update prediction API ${classifierId}`,
          key: "deploy",
          method: "PATCH",
          path: `/classifiers/${pathSegment(classifierId)}`,
          body: { rules, active, is_editable: isEditable },
          idempotent: false,
          perhapsJapanOnly: true,
          signal
        },
        object({ classifier })
      );
      return hidden(answer3.classifier);
    },
    deleteClassifier: ({ classifierId }, signal) => port.empty({
      doing: `delete prediction API ${classifierId}`,
      key: "deploy",
      method: "DELETE",
      path: `/classifiers/${pathSegment(classifierId)}`,
      idempotent: false,
      perhapsJapanOnly: true,
      signal
    })
  };
}

// packages/prediction-one/src/client/column-info.ts
var number2 = nullish(number());
var columnFields = {
  column_id: nullish(id),
  name: string(),
  /** The meaning of these numbers is not documented (specification, Q20): they are passed on. */
  initial_data_type: number2,
  available_data_types: nullish(array(number())),
  unique_count: number2,
  data_count: number2,
  missing_count: number2,
  cor_score: number2,
  classify_value: nullish(array(nullable(object({ name: nullish(string()), value: number2 })))),
  numerical_value: nullish(
    array(
      nullable(
        camelized({ max_value: number2, min_value: number2, avg_value: number2, median_value: number2 })
      )
    )
  ),
  /** With the keys `numeric` and `date`, as the vendor spells what is in them. */
  range_pick_info: nullish(record(string(), unknown()))
};
var infoFields = {
  raw_column_names: nullish(array(string())),
  raw_training_data: nullish(array(unknown())),
  training_data_columns: array(camelized(columnFields)),
  useless_column_list: nullish(array(unknown())),
  trainingdata_row_count: number2
};
var columnInfo = camelized(infoFields);

// packages/prediction-one/src/client/page.ts
var pageMetadata = nullish(object({ total: nullish(number()) }));

// packages/prediction-one/src/client/data-sets.ts
var dataSetFields = {
  data_set_id: id,
  owner_user_id: nullish(id),
  name: nullish(string()),
  extension: nullish(string()),
  column_count: nullish(number()),
  data_count: nullish(number()),
  data_size: nullish(number()),
  download_url: nullish(string()),
  updated_date: nullish(moment),
  created_date: nullish(moment)
};
var dataSet = camelized(dataSetFields);
var presigned = pipe(string(), url());
var uploadAnswer = camelized({
  learn_data_set_upload_url: presigned,
  eval_data_set_upload_url: nullish(presigned),
  column_info_upload_url: presigned,
  external_process_id: id
});
var dataSetCalls = (port, hideUrl) => ({
  async getTrainUploadUrls({ extension }, signal) {
    const answer3 = await port.json(
      {
        doing: "get upload addresses for a training",
        key: "train",
        method: "GET",
        path: "/data-sets/upload-url",
        query: { extension },
        idempotent: true,
        perhapsJapanOnly: true,
        signal
      },
      uploadAnswer
    );
    const { learnDataSetUploadUrl, columnInfoUploadUrl } = answer3;
    const evalDataSetUploadUrl = answer3.evalDataSetUploadUrl ?? void 0;
    for (const url2 of [learnDataSetUploadUrl, columnInfoUploadUrl, evalDataSetUploadUrl])
      if (url2) hideUrl(url2);
    return { ...answer3, evalDataSetUploadUrl };
  },
  getColumnInfo: ({ externalProcessId }, signal) => port.json(
    {
      doing: `read the columns of upload ${externalProcessId}`,
      key: "train",
      method: "GET",
      path: "/data-sets/column-info",
      query: { external_process_id: externalProcessId },
      idempotent: true,
      perhapsJapanOnly: true,
      signal
    },
    columnInfo
  ),
  async getDataSets({ offset = 0, limit = 30 }, signal) {
    const { data_sets: entries, metadata } = await port.json(
      {
        doing: "list the data sets",
        key: "train",
        method: "GET",
        path: "/data-sets",
        query: { offset, limit },
        idempotent: true,
        perhapsJapanOnly: true,
        signal
      },
      object({ data_sets: array(dataSet), metadata: pageMetadata })
    );
    for (const { downloadUrl } of entries) if (downloadUrl) hideUrl(downloadUrl);
    return { entries, total: metadata?.total ?? void 0 };
  },
  deleteDataSet: ({ dataSetId }, signal) => port.empty({
    doing: `delete data set ${dataSetId}`,
    key: "train",
    method: "DELETE",
    path: `/data-sets/${pathSegment(dataSetId)}`,
    idempotent: false,
    perhapsJapanOnly: true,
    signal
  })
});

// packages/prediction-one/src/client/hide-answer-secrets.ts
var keys = /("api_?key"\s*:\s*")[^"]*/gi;
var urls = /("\w*url"\s*:\s*"[^"?]*\?)[^"]*/gi;
var hideAnswerSecrets = (text) => text.replace(keys, "$1***").replace(urls, "$1***");

// packages/prediction-one/src/client/base64.ts
var step = 8192;
function toBase64(text) {
  const bytes = new TextEncoder().encode(text);
  let binary = "";
  for (let at = 0; at < bytes.length; at += step) {
    binary += String.fromCharCode(...bytes.subarray(at, at + step));
  }
  return btoa(binary);
}
function fromBase64(encoded) {
  const bytes = Uint8Array.from(atob(encoded), (char) => char.charCodeAt(0));
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("shift_jis").decode(bytes);
  }
}

// packages/prediction-one/src/client/parse-csv.ts
function parseCsv(text) {
  const [header = [], ...rows] = parseRows(text, ",").rows;
  return { header, rows };
}

// packages/prediction-one/src/client/inference.ts
var answer2 = object({
  version: nullish(union([string(), number()])),
  outputs: array(object({ name: string(), data: string() }))
});
function read(value) {
  const { version, outputs } = decodeAs(answer2)(value);
  const table = (name) => {
    const output = outputs.find((one) => one.name === name);
    return output && parseCsv(fromBase64(output.data));
  };
  const prediction = table("prediction_valid.csv");
  if (!prediction || prediction.rows.length === 0)
    throw new Error('"prediction_valid.csv" is missing or empty');
  return { version: version?.toString(), prediction, reasons: table("prediction_analysis.csv") };
}
var inferenceCalls = (keys2) => ({
  async infer(request, signal) {
    const { url: url2, apiKey, csv, firstColumn, maxAttempts = 2 } = request;
    const { reasons = false, inputColumns = false, probabilitiesOnly = false } = request;
    const doing = "score a row";
    const flag = (name, data) => ({ name, type: "boolean", data });
    const inputs = [
      { name: "pr", type: "csv", data: toBase64(csv) },
      flag("ar", reasons),
      flag("ad", inputColumns),
      flag("nc", probabilitiesOnly),
      flag("nr", true),
      ...firstColumn === void 0 ? [] : [{ name: "pc", type: "string", data: firstColumn }]
    ];
    const http = apiKey === void 0 ? keys2.http("prediction", doing) : keys2.withKey(apiKey);
    const answered = http.json(
      {
        doing,
        method: "POST",
        path: url2,
        headers: { "content-type": "application/json; charset=utf-8" },
        body: jsonBody({ inputs }),
        idempotent: true,
        retry: { maxAttempts },
        signal
      },
      read
    );
    return answered.catch((error) => {
      throw keyHint(error, "prediction");
    });
  }
});

// packages/prediction-one/src/client/vendor-date.ts
var slashed = /^(\d{4})\/(\d{1,2})\/(\d{1,2})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;
var dashed = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;
var firstMilliseconds = 1e11;
function vendorDateMs(value) {
  const text = value.trim();
  if (/^\d{9,14}(\.\d+)?$/.test(text)) {
    const epoch = Number(text);
    return epoch < firstMilliseconds ? epoch * 1e3 : epoch;
  }
  const match = slashed.exec(text);
  if (match) {
    const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match.slice(1).map((part) => Number(part ?? 0));
    const at2 = Date.UTC(year, month - 1, day, hour, minute, second);
    return new Date(at2).getUTCDate() === day ? at2 : void 0;
  }
  if (!dashed.test(text)) return void 0;
  const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/.test(text.slice(10)) || text.length === 10;
  const at = Date.parse(`${text.replace(" ", "T")}${zoned ? "" : "Z"}`);
  return Number.isNaN(at) ? void 0 : at;
}

// packages/prediction-one/src/client/fetched-key.ts
var keyWarningMs = 14 * 864e5;
function fetchedKey({ name, clock, get, warn }) {
  let known;
  let asking;
  const ask = async (signal) => {
    const { apiKey, endDate } = await get(signal);
    const endsAtMs = endDate === void 0 ? void 0 : vendorDateMs(endDate);
    known = { key: apiKey, endsAtMs };
    if (endsAtMs === void 0) {
      warn(`It is unknown until when the ${name} is valid: the vendor's end date cannot be read.`);
    } else if (endsAtMs - clock.now() < keyWarningMs) {
      warn(`The ${name} ends on ${new Date(endsAtMs).toISOString()}: renew it in the web app before then.`);
    }
  };
  const askOnce = (signal) => asking ??= ask(signal).finally(() => {
    asking = void 0;
  });
  return {
    async headers(signal) {
      const over = known?.endsAtMs !== void 0 && known.endsAtMs <= clock.now();
      if (known === void 0 || over) await askOnce(signal);
      return { "x-api-key": known?.key ?? "" };
    },
    async renew(signal) {
      await askOnce(signal);
      return true;
    }
  };
}

// packages/prediction-one/src/client/given-key.ts
function givenKey(given, plain, fetched) {
  const own = "authorizer" in given ? { transport: plain, authorizer: given.authorizer } : given;
  if (!fetched) return own;
  let refused2 = false;
  return {
    // A transport that signs by itself must not sign what already carries a fetched key
    transport: { send: (request) => (refused2 ? plain : own.transport).send(request) },
    authorizer: {
      headers: async (signal) => refused2 ? fetched.headers(signal) : await own.authorizer?.headers(signal) ?? {},
      async renew(signal) {
        if (refused2) return await fetched.renew?.(signal) ?? false;
        refused2 = true;
        return true;
      }
    }
  };
}

// packages/prediction-one/src/client/key-ring.ts
var isFetched = (kind) => kind !== "secret" && kind !== "prediction";
function createKeyRing(options) {
  const { keys: keys2, transport, managementUrl, clock, secrets, retry, random, getApiKey, warn } = options;
  const fetchedKeys = /* @__PURE__ */ new Map();
  const clients = /* @__PURE__ */ new Map();
  const fetchedFor = (kind, modelId) => {
    if (!isFetched(kind) || !keys2.secret || kind === "retrain" && modelId === void 0) return void 0;
    const scope = kind === "retrain" ? modelId : void 0;
    const name = `${kind}:${scope ?? ""}`;
    const known = fetchedKeys.get(name);
    if (known) return known;
    const made = fetchedKey({
      name: `${kind} key${scope === void 0 ? "" : ` of model ${scope}`}`,
      clock,
      warn,
      get: (signal) => getApiKey(kind, scope, signal)
    });
    fetchedKeys.set(name, made);
    return made;
  };
  const client = (access) => new HttpClient({
    ...access,
    baseUrl: managementUrl,
    clock,
    retry,
    random,
    redact: (text) => secrets.redact(hideAnswerSecrets(text)),
    readError: readFailure
  });
  return {
    has: (kind, { modelId } = {}) => keys2[kind] !== void 0 || fetchedFor(kind, modelId) !== void 0,
    withKey: (apiKey) => client({ transport, authorizer: headerKey("x-api-key", apiKey, secrets) }),
    http(kind, doing, { modelId, fetched = false } = {}) {
      const cacheName = `${kind}:${modelId ?? ""}:${fetched}`;
      const known = clients.get(cacheName);
      if (known) return known;
      const byFetching = fetchedFor(kind, modelId);
      const given = fetched && byFetching ? void 0 : keys2[kind];
      if (!given && !byFetching) {
        const { name, remedy } = keyWords[kind];
        throw new EngineError({
          code: "invalid-input",
          message: `Could not ${doing}: this needs ${name}, and none is set.`,
          remedy
        });
      }
      const made = client(
        given ? givenKey(given, transport, byFetching) : { transport, authorizer: byFetching }
      );
      clients.set(cacheName, made);
      return made;
    }
  };
}

// packages/prediction-one/src/client/models.ts
var modelFields = {
  model_id: id,
  owner_user_id: nullish(id),
  target_type: nullish(string()),
  name: nullish(string()),
  version: nullish(id),
  config: nullish(record(string(), unknown())),
  is_api_option: nullish(boolean()),
  updated_date: nullish(moment),
  created_date: nullish(moment)
};
var model = camelized(modelFields);
var trainAnswer = camelized({ external_process_id: id });
var statusAnswer = camelized({
  status: string(),
  created_datetime: nullish(moment),
  updated_datetime: nullish(moment),
  result_url: nullish(string()),
  message: nullish(string())
});
var modelCalls = (port, hideUrl) => ({
  train: ({ externalProcessId, name, config }, signal) => port.json(
    {
      doing: `start the training of model "${name}"`,
      key: "train",
      method: "POST",
      path: "/models",
      body: { external_process_id: externalProcessId, name, config },
      idempotent: false,
      signal
    },
    trainAnswer
  ),
  async getTrainStatus({ externalProcessId }, signal) {
    const { resultUrl, status, createdDatetime, updatedDatetime, message } = await port.json(
      {
        doing: `read the status of training ${externalProcessId}`,
        key: "train",
        method: "GET",
        path: "/models/results",
        query: { external_process_id: externalProcessId },
        idempotent: true,
        signal
      },
      statusAnswer
    );
    if (resultUrl) hideUrl(resultUrl);
    return {
      status,
      createdDatetime: createdDatetime ?? void 0,
      updatedDatetime: updatedDatetime ?? void 0,
      resultUrl: resultUrl || void 0,
      message: message || void 0
    };
  },
  async getModels({ offset = 0, limit = 30 }, signal) {
    const { models, metadata } = await port.json(
      {
        doing: "list the models",
        key: "train",
        method: "GET",
        path: "/models",
        query: { offset, limit },
        idempotent: true,
        perhapsJapanOnly: true,
        signal
      },
      object({ models: array(model), metadata: pageMetadata })
    );
    return { entries: models, total: metadata?.total ?? void 0 };
  },
  deleteModel: ({ modelId }, signal) => port.empty({
    doing: `delete model ${modelId}`,
    key: "train",
    method: "DELETE",
    path: `/models/${pathSegment(modelId)}`,
    idempotent: false,
    perhapsJapanOnly: true,
    signal
  })
});

// packages/prediction-one/src/client/read-storage-failure.ts
var refused = "The address of the file was refused: it may be too old, or the clock of this machine wrong. Run it again, with which a new address is asked for.";
function readStorageFailure(answer3) {
  const said = readStorageError(answer3);
  if (answer3.status !== 401 && answer3.status !== 403) return said;
  return { vendorMessage: said ? void 0 : answer3.text, ...said, code: "forbidden", remedy: refused };
}

// packages/prediction-one/src/client/retrain.ts
var uploadAnswer2 = camelized({ retrain_job_id: id, upload_url: pipe(string(), url()) });
var statusAnswer2 = camelized({
  status: string(),
  model_id: nullish(id),
  message: nullish(string()),
  download_url: nullish(string())
});
var switchAnswer = object({ metadata: object({ retrain_job_id: id }) });
var retrainCalls = (port, hideUrl) => ({
  async getRetrainUploadUrl({ fileName, keyChoice }, signal) {
    const answer3 = await port.json(
      {
        doing: `get an upload address for "${fileName}"`,
        key: "retrain",
        choice: keyChoice,
        method: "GET",
        path: "/retrain_jobs/upload_url",
        query: { filename: fileName },
        idempotent: true,
        signal
      },
      uploadAnswer2
    );
    hideUrl(answer3.uploadUrl);
    return answer3;
  },
  async getRetrainStatus({ retrainJobId, keyChoice }, signal) {
    const { status, modelId, message, downloadUrl } = await port.json(
      {
        doing: `read the status of retraining ${retrainJobId}`,
        key: "retrain",
        choice: keyChoice,
        method: "GET",
        path: `/retrain_jobs/${pathSegment(retrainJobId)}`,
        idempotent: true,
        signal
      },
      statusAnswer2
    );
    if (downloadUrl) hideUrl(downloadUrl);
    return {
      status,
      modelId: modelId ?? void 0,
      message: message || void 0,
      downloadUrl: downloadUrl || void 0
    };
  },
  async switchModel({ retrainJobId, keyChoice }, signal) {
    await port.json(
      {
        doing: `switch the prediction API to the model of retraining ${retrainJobId}`,
        key: "retrain",
        choice: keyChoice,
        method: "PUT",
        path: `/retrain_jobs/${pathSegment(retrainJobId)}/update_model`,
        idempotent: false,
        signal
      },
      switchAnswer
    );
  }
});

// packages/prediction-one/src/client/client.ts
function createPredictionOneClient(options) {
  const { transport, clock, secrets, retry, random, warn = () => void 0 } = options;
  const region = options.region ?? (options.managementUrl === void 0 ? "japan" : void 0);
  const managementUrl = originOf(options.managementUrl ?? regions[region ?? "japan"].managementUrl);
  const redact = (text) => secrets.redact(hideAnswerSecrets(text));
  const keys2 = createKeyRing({
    keys: options.keys,
    transport,
    managementUrl,
    clock,
    secrets,
    retry,
    random,
    warn,
    getApiKey: (credentialType, modelId, signal) => fetching.getApiKey({ credentialType, modelId }, signal)
  });
  const port = createCallPort({ keys: keys2, region, clock, redact });
  const fetching = apiKeyCalls(port, secrets.add);
  const storage = new HttpClient({ transport, clock, retry, random, redact, readError: readStorageFailure });
  return {
    keys: keys2,
    ...fetching,
    ...retrainCalls(port, secrets.addUrl),
    ...modelCalls(port, secrets.addUrl),
    ...dataSetCalls(port, secrets.addUrl),
    ...classifierCalls(port, secrets.add),
    ...inferenceCalls(keys2),
    storage: storageCalls(storage)
  };
}
var originOf = (url2) => {
  const bare = url2.trim().replace(/\/+$/, "");
  return bare.endsWith(basePath) ? bare.slice(0, -basePath.length) : bare;
};
export {
  createPredictionOneClient
};
