import {
  fromResumeToken,
  pollUntilDone,
  toResumeToken
} from "./chunk-764WMP73.mjs";
import {
  bytesSource,
  checkFileName,
  checkedTable,
  csvTable,
  extensionFor,
  isUploadOutcomeUnknown,
  isUploadUrlExpired,
  parseRows,
  peekSource,
  putPresigned,
  readStorageError,
  readTableHead,
  typeMismatch,
  zipForUpload
} from "./chunk-N3AD5INS.mjs";
import {
  anything,
  array,
  boolean,
  choice,
  count,
  defineCatalog,
  duration,
  file,
  flag,
  forward,
  getDotPath,
  link,
  minLength,
  moment,
  nullable,
  nullish,
  number,
  number2,
  object,
  operationsOf,
  optional,
  partialCheck,
  pipe,
  rawCheck,
  record,
  records,
  reference,
  rows,
  safeParse,
  savedFile,
  string,
  text,
  texts,
  transform,
  union,
  unknown,
  url
} from "./chunk-X2PTJA4X.mjs";
import {
  headerKey
} from "./chunk-OVBFA4TU.mjs";
import {
  ApiError,
  CancelledError,
  EngineError,
  HttpClient,
  InputError,
  apiErrorFrom,
  codeOfStatus,
  defaultRetryPolicy,
  isApiError,
  isCancelled,
  isEngineError,
  isInputError,
  isTransportError,
  parseJson,
  pathSegment,
  pauseMs
} from "./chunk-GBW5WBB5.mjs";
import "./chunk-Z6IZFNNT.mjs";

// packages/prediction-one/src/client/camelized.ts
var camel = (name) => name.replace(/_([a-z0-9])/g, (_2, letter) => letter.toUpperCase());
function camelized(entries) {
  return pipe(
    object(entries),
    transform(
      (wire) => Object.fromEntries(
        Object.entries(wire).map(([name, value]) => [camel(name), value])
      )
    )
  );
}

// packages/prediction-one/src/client/decode.ts
var id = pipe(union([string(), number()], "must be an ID"), transform(String));
var moment2 = pipe(union([string(), number()], "must be a date"), transform(String));
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

// packages/prediction-one/src/client/api-key.ts
var answer = camelized({ api_key: pipe(string(), minLength(1)), end_date: nullish(moment2) });
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

// packages/prediction-one/src/client/is-missing-api.ts
var isMissingApi = (error) => isApiError(error) && error.vendorCode === void 0 && (error.status === 403 || error.status === 404);

// packages/prediction-one/src/client/json-body.ts
var jsonBody = (value) => ({
  kind: "bytes",
  bytes: new TextEncoder().encode(JSON.stringify(value))
});

// packages/prediction-one/src/client/key-kind.ts
var keyWords = {
  secret: {
    name: "the Secret Key",
    remedy: "Set the Secret Key of the account in the credential."
  },
  train: {
    name: "a train key",
    remedy: "Set a train key in the credential, or the Secret Key, with which one is fetched."
  },
  deploy: {
    name: "a deploy key",
    remedy: "Set a deploy key in the credential, or the Secret Key, with which one is fetched."
  },
  retrain: {
    name: "the retrain key of the published model",
    remedy: "Set the retrain key in the credential; or, with the Secret Key set, name the Prediction API or the Published Model."
  },
  prediction: {
    name: "the prediction key of the model",
    remedy: "Set the prediction key that the screen of the prediction API shows, or choose the prediction API by its ID with a deploy key or the Secret Key set."
  }
};

// packages/prediction-one/src/client/known-faults.ts
var checkKey = "Check the key in the credential: its value, its kind (train, deploy, retrain, prediction), and that its region is the one the base URL belongs to.";
var classifierGone = {
  code: "not-found",
  remedy: "Check in the web app that the prediction API still exists, and take its ID or URL from there."
};
var knownFaults = {
  "invalid-key": { code: "unauthorized", remedy: checkKey },
  "inactive-key": {
    code: "unauthorized",
    remedy: `${checkKey} It may also have expired: get a new one, or set the Secret Key so that it is renewed by itself.`
  },
  "unknown-key": {
    code: "unauthorized",
    remedy: `${checkKey} Where a retrain job ID was given, it may belong to the key of another model.`
  },
  "account-gone": { code: "forbidden", remedy: "Check in the web app that the account still exists." },
  "model-gone": {
    code: "not-found",
    remedy: "The model of this retrain key is gone, or was replaced by a switch: set the retrain key of the model that is published now, or set the Secret Key and choose the prediction API, so that the key is fetched."
  },
  "job-gone": {
    code: "not-found",
    remedy: "Look at the model in the web app: the retraining may have been deleted or have ended badly. Then start a new one."
  },
  "model-id-missing": { code: "rejected", remedy: "Name the published model that is to be retrained." },
  "job-not-found": {
    code: "not-found",
    remedy: "Check the retrain job ID, and that the retrain key is the one of the same model: each key sees its own jobs only."
  },
  "classifier-gone": classifierGone,
  "job-not-finished": {
    code: "conflict",
    remedy: "Wait until the retraining has finished, then switch."
  },
  "configuration-gone": {
    code: "server-error",
    remedy: "The settings of the published model are gone at the vendor, which trying again does not mend: train and publish the model anew."
  },
  "invalid-request": {
    code: "rejected",
    remedy: "Check the row: each column that the model was trained on must be there once, under its exact name."
  },
  "source-ip-denied": {
    code: "forbidden",
    remedy: "Add the caller's IP address (CIDR) to the access rules of the prediction API."
  },
  "not-running": {
    code: "conflict",
    remedy: "Start the prediction API in the web app or with Prediction API: Update, and wait until it runs."
  }
};
var normal = (message) => message.trim().replace(/\.$/, "").trim().toLowerCase();
var byMessage = new Map(
  [
    ["invalid_api_key", "invalid-key"],
    ["Inactive_credential", "inactive-key"],
    ["Not_found_credential", "unknown-key"],
    ["This user may be deleted", "account-gone"],
    ["This model may be deleted", "model-gone"],
    ["This job may be deleted", "job-gone"],
    ["Model id is required", "model-id-missing"],
    ["Not found retrain job", "job-not-found"],
    ["Not found classifier", "classifier-gone"],
    ["Retrain job is not finished", "job-not-finished"],
    ["Not found configuration_file", "configuration-gone"],
    ["Not found classifier in classifiers table", "classifier-gone"],
    ["Invalid API key", "invalid-key"],
    ["Invalid classifier id", "classifier-gone"],
    ["Not allowed source ip", "source-ip-denied"]
  ].map(([message, fault]) => [normal(message), fault])
);
var byCode = {
  "5001000201": "configuration-gone",
  "4001030101": "classifier-gone",
  "4001030104": "invalid-request",
  "5031030101": "not-running"
};
function knownFault(code, message) {
  const text2 = normal(message ?? "");
  return byMessage.get(text2) ?? byCode[code ?? ""] ?? (text2.startsWith("status is not running") ? "not-running" : void 0);
}

// packages/prediction-one/src/client/read-failure.ts
var isFields = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
var textOf = (value) => typeof value === "string" ? value : typeof value === "number" ? String(value) : void 0;
function bodies(answer3) {
  if (!isFields(answer3)) return [];
  const first = Array.isArray(answer3["errors"]) ? answer3["errors"][0] : void 0;
  return [answer3, answer3["error"], first].filter(isFields);
}
function parsed(text2) {
  try {
    return parseJson(text2);
  } catch {
    return void 0;
  }
}
function readFailure(answer3) {
  const candidates = bodies(parsed(answer3.text));
  const find = (name) => candidates.map((body) => textOf(body[name])).find((value) => value !== void 0);
  const vendorCode = find("code");
  const message = find("message");
  const word = find("error");
  const fault = knownFault(vendorCode, message) ?? knownFault(void 0, word);
  const ok = answer3.status >= 200 && answer3.status < 300;
  if (fault === void 0 && vendorCode === void 0 && (ok || (message ?? word) === void 0)) {
    return void 0;
  }
  const hinted = ok ? Number(vendorCode?.slice(0, 3)) : answer3.status;
  return {
    vendorCode,
    vendorMessage: message ?? word ?? "",
    ...fault ? { ...knownFaults[fault], retryable: false } : {},
    ...!fault && ok && hinted >= 400 ? { code: codeOfStatus(hinted) } : {},
    ...!fault && word === "ACCESS_DENIED" ? { remedy: accessDenied } : {},
    ...!fault && word !== "ACCESS_DENIED" && codeOfStatus(hinted) === "rejected" ? { remedy: undocumented } : {}
  };
}
var undocumented = "The vendor does not document this error: mend what its words name, or ask its support with them.";
var accessDenied = "Check the key and the URL of the prediction API. A trial API stops answering after 100 requests.";
function faultOf(error) {
  return isApiError(error) ? knownFault(error.vendorCode, error.vendorMessage) : void 0;
}

// packages/prediction-one/src/client/key-hint.ts
var noSuchModel = "Check the model ID in the list of models: it may have been deleted, or belong to another account or region.";
var asked = "This was asked with";
function keyHint(error, key) {
  if (!isApiError(error)) return error;
  if (faultOf(error) === "model-gone" && key !== "retrain") return withRemedy(error, noSuchModel);
  if (error.code !== "unauthorized" || error.remedy?.startsWith(asked)) return error;
  return withRemedy(error, `${asked} ${keyWords[key].name}. ${error.remedy ?? ""}`.trim());
}
var withRemedy = (error, remedy3) => new ApiError({ ...error, message: error.message, remedy: remedy3, cause: error.cause });

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
  const http = ({ key, doing, choice: choice2 }) => keys2.http(key, doing, choice2);
  return {
    json: (call, schema) => withHints(call, region, () => http(call).json(httpCall(call), decodeAs(schema))),
    empty: (call) => withHints(call, region, async () => {
      const text2 = await http(call).text(httpCall(call));
      const answer3 = { status: 200, headers: {}, text: text2 };
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
  create_datetime: nullish(moment2),
  update_datetime: nullish(moment2),
  rules: nullish(array(object(ruleEntries)))
};
var classifier = camelized(classifierFields);
var wireId = (text2) => /^\d+$/.test(text2) && Number.isSafeInteger(Number(text2)) ? Number(text2) : text2;
function classifierCalls(port, hide) {
  const hidden = (one) => {
    if (one.apiKey) hide(one.apiKey);
    return one;
  };
  return {
    async getClassifiers(signal) {
      const { classifiers: classifiers2 } = await port.json(
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
      return classifiers2.map(hidden);
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
var number3 = nullish(number());
var columnFields = {
  column_id: nullish(id),
  name: string(),
  /** The meaning of these numbers is not documented (specification, Q20): they are passed on. */
  initial_data_type: number3,
  available_data_types: nullish(array(number())),
  unique_count: number3,
  data_count: number3,
  missing_count: number3,
  cor_score: number3,
  classify_value: nullish(array(nullable(object({ name: nullish(string()), value: number3 })))),
  numerical_value: nullish(
    array(
      nullable(
        camelized({ max_value: number3, min_value: number3, avg_value: number3, median_value: number3 })
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
  trainingdata_row_count: number3
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
  updated_date: nullish(moment2),
  created_date: nullish(moment2)
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
var hideAnswerSecrets = (text2) => text2.replace(keys, "$1***").replace(urls, "$1***");

// packages/prediction-one/src/client/base64.ts
var step = 8192;
function toBase64(text2) {
  const bytes = new TextEncoder().encode(text2);
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
function parseCsv(text2) {
  const [header = [], ...rows2] = parseRows(text2, ",").rows;
  return { header, rows: rows2 };
}

// packages/prediction-one/src/client/inference.ts
var answer2 = object({
  version: nullish(union([string(), number()])),
  outputs: array(object({ name: string(), data: string() }))
});
function read(value) {
  const { version, outputs: outputs2 } = decodeAs(answer2)(value);
  const table = (name) => {
    const output = outputs2.find((one) => one.name === name);
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
    const flag2 = (name, data) => ({ name, type: "boolean", data });
    const inputs4 = [
      { name: "pr", type: "csv", data: toBase64(csv) },
      flag2("ar", reasons),
      flag2("ad", inputColumns),
      flag2("nc", probabilitiesOnly),
      flag2("nr", true),
      ...firstColumn === void 0 ? [] : [{ name: "pc", type: "string", data: firstColumn }]
    ];
    const http = apiKey === void 0 ? keys2.http("prediction", doing) : keys2.withKey(apiKey);
    const answered = http.json(
      {
        doing,
        method: "POST",
        path: url2,
        headers: { "content-type": "application/json; charset=utf-8" },
        body: jsonBody({ inputs: inputs4 }),
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
  const text2 = value.trim();
  if (/^\d{9,14}(\.\d+)?$/.test(text2)) {
    const epoch = Number(text2);
    return epoch < firstMilliseconds ? epoch * 1e3 : epoch;
  }
  const match = slashed.exec(text2);
  if (match) {
    const [year = 0, month = 1, day = 1, hour2 = 0, minute2 = 0, second = 0] = match.slice(1).map((part) => Number(part ?? 0));
    const at2 = Date.UTC(year, month - 1, day, hour2, minute2, second);
    return new Date(at2).getUTCDate() === day ? at2 : void 0;
  }
  if (!dashed.test(text2)) return void 0;
  const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/.test(text2.slice(10)) || text2.length === 10;
  const at = Date.parse(`${text2.replace(" ", "T")}${zoned ? "" : "Z"}`);
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
function givenKey(given2, plain, fetched) {
  const own = "authorizer" in given2 ? { transport: plain, authorizer: given2.authorizer } : given2;
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
    redact: (text2) => secrets.redact(hideAnswerSecrets(text2)),
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
      const given2 = fetched && byFetching ? void 0 : keys2[kind];
      if (!given2 && !byFetching) {
        const { name, remedy: remedy3 } = keyWords[kind];
        throw new EngineError({
          code: "invalid-input",
          message: `Could not ${doing}: this needs ${name}, and none is set.`,
          remedy: remedy3
        });
      }
      const made = client(
        given2 ? givenKey(given2, transport, byFetching) : { transport, authorizer: byFetching }
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
  updated_date: nullish(moment2),
  created_date: nullish(moment2)
};
var model = camelized(modelFields);
var trainAnswer = camelized({ external_process_id: id });
var statusAnswer = camelized({
  status: string(),
  created_datetime: nullish(moment2),
  updated_datetime: nullish(moment2),
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
    const { models: models2, metadata } = await port.json(
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
    return { entries: models2, total: metadata?.total ?? void 0 };
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

// packages/prediction-one/src/client/storage.ts
var storageCalls = (storage) => ({
  upload: (put) => putPresigned(storage, put),
  download: ({ url: url2, doing }, signal) => storage.stream({ doing, method: "GET", path: url2, idempotent: true, signal, timeoutMs: 6e4 })
});

// packages/prediction-one/src/client/client.ts
function createPredictionOneClient(options) {
  const { transport, clock, secrets, retry, random, warn = () => void 0 } = options;
  const region = options.region ?? (options.managementUrl === void 0 ? "japan" : void 0);
  const managementUrl = originOf(options.managementUrl ?? regions[region ?? "japan"].managementUrl);
  const redact = (text2) => secrets.redact(hideAnswerSecrets(text2));
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

// packages/prediction-one/src/vendor.ts
var vendor = "prediction-one";

// packages/prediction-one/src/lookups.ts
var pageLength = 100;
var matches = (filter, { title, value }) => filter === void 0 || `${title} ${value}`.toLowerCase().includes(filter.trim().toLowerCase());
function paged(read2, entryOf) {
  return async ({ client, signal }, { filter, next }) => {
    const offset = Number(next ?? 0);
    const { entries, total } = await read2(client, offset, signal);
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
  const entries = found.map(({ classifierId, modelId, status, url: url2 }) => ({
    value: classifierId,
    // It has no name of its own: its model tells it from the others
    title: `${classifierId} (${modelId ? `model ${modelId}, ` : ""}${status})`,
    url: url2 ?? void 0
  }));
  return { entries: entries.filter((entry) => matches(filter, entry)) };
};

// packages/prediction-one/src/preflight/numeric-id.ts
function numericId(field, given2) {
  if (/^\d+$/.test(given2)) return given2;
  throw new InputError([
    {
      field,
      problem: `"${given2}" is no ID, which is a number`,
      remedy: "Choose it from the list, or take its ID from there; a name or a URL does not do."
    }
  ]);
}

// packages/prediction-one/src/recovery/is-ambiguous.ts
function isAmbiguous(error) {
  if (isTransportError(error)) return error.kind === "timeout" || error.kind === "network";
  if (!isApiError(error) || faultOf(error) !== void 0) return false;
  const { status, code } = error;
  if (status < 300) return code === "unexpected-answer" || code === "server-error";
  return status === 408 || status >= 500;
}

// packages/prediction-one/src/recovery/when-turned-away.ts
async function whenTurnedAway({ clock, signal, random }, doing, send) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await send();
    } catch (error) {
      if (!isApiError(error) || error.status !== 429 || attempt >= defaultRetryPolicy.maxAttempts)
        throw error;
      const pause2 = pauseMs(defaultRetryPolicy, attempt, error.retryAfterMs, random);
      if (pause2 === void 0) throw error;
      await clock.sleep(pause2, signal).catch(() => {
        throw new CancelledError(doing);
      });
    }
  }
}

// packages/prediction-one/src/recovery/confirmed.ts
async function confirmed(world, change) {
  const { doing, maxSends: maxSends2, asked: asked2 = false } = change;
  let open = asked2;
  const seenAlready = asked2 ? await look(change) : void 0;
  if (seenAlready !== void 0) return seenAlready;
  for (let sends = asked2 ? 2 : 1; ; sends++) {
    try {
      return await whenTurnedAway(world, doing, () => change.send());
    } catch (error) {
      if (isCancelled(error)) throw error;
      const ambiguous = isAmbiguous(error);
      open ||= ambiguous;
      if (!open || isApiError(error) && error.code === "unauthorized") throw error;
      const seen = await look(change);
      if (seen !== void 0) return seen;
      if (!ambiguous || sends >= maxSends2) throw outcomeUnknown(change, error);
      await pause(world, doing, sends);
    }
  }
}
var look = (change) => change.readBack().catch((error) => {
  if (isCancelled(error)) throw error;
  return void 0;
});
async function pause({ clock, signal, random }, doing, sends) {
  await clock.sleep(pauseMs(defaultRetryPolicy, sends, void 0, random) ?? 0, signal).catch(() => {
    throw new CancelledError(doing);
  });
}
function outcomeUnknown({ doing, remedy: remedy3 }, cause) {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new EngineError({
    code: "outcome-unknown",
    message: `It is not known whether it worked to ${doing}. ${why}`,
    remedy: remedy3,
    cause
  });
}

// packages/prediction-one/src/recovery/create-classifier-once.ts
var remedy = "Look at the list of prediction APIs before creating another one: each needs an API option.";
async function createClassifierOnce(client, world, ledger, { modelId, rules }) {
  const before = await classifiersOf(client, world.signal, modelId);
  await ledger.creating(before);
  try {
    return await confirmed(world, {
      doing: `create a prediction API for model ${modelId}`,
      send: async () => (await client.createClassifier({ modelId, rules }, world.signal)).classifierId,
      readBack: async () => freshOf(await classifiersOf(client, world.signal, modelId), before),
      maxSends: 1,
      remedy
    });
  } catch (error) {
    const open = isCancelled(error) || isEngineError(error) && error.code === "outcome-unknown";
    if (!open) await ledger.refused();
    throw error;
  }
}
async function findEarlierClassifier(client, signal, modelId, before) {
  const made = freshOf(await classifiersOf(client, signal, modelId), before);
  if (made !== void 0) return made;
  throw new EngineError({
    code: "outcome-unknown",
    message: `An earlier try may have created a prediction API for model ${modelId}, and it is not in the list.`,
    remedy
  });
}
var classifiersOf = async (client, signal, modelId) => (await client.getClassifiers(signal)).filter((one) => one.modelId === modelId).map(({ classifierId }) => classifierId);
var freshOf = (now, before) => now.find((classifierId) => !before.includes(classifierId));

// packages/prediction-one/src/jobs/classifier-job.ts
var publication = "publication";
function stateOf({ status, url: url2 }, until) {
  const word = status.toLowerCase();
  if (word === "failed") return "failed";
  if (until === "stopped") return word === "terminated" || word === "stopped" ? "succeeded" : "running";
  return word === "running" && url2 ? "succeeded" : "running";
}
function classifierJob(client, { classifierId, until }) {
  return {
    reference: { vendor, kind: publication, id: classifierId },
    async read(signal) {
      const found = (await client.getClassifiers(signal)).find((one) => one.classifierId === classifierId);
      if (!found) throw classifierMissing(classifierId);
      return { state: stateOf(found, until), rawStatus: found.status, result: found };
    }
  };
}
var classifierMissing = (classifierId) => new EngineError({
  code: "not-found",
  message: `There is no prediction API ${classifierId}.`,
  remedy: "Check the ID: it may have been deleted, or belong to another account or region."
});

// packages/prediction-one/src/publishing/publishing-ledger.ts
var placeOf = (modelId, before) => [`model ${modelId}`, ...before.length > 0 ? ["beside", ...before] : []].join(" ");
var beforeIn = (place) => place.split(" beside ")[1]?.split(" ") ?? [];
function publishingLedger(jobs, modelId, fingerprint) {
  const keep = (id2, phase) => jobs.keep({ vendor, kind: publication, id: id2, phase, fingerprint });
  return {
    creating: (before) => keep(placeOf(modelId, before), "creating"),
    refused: () => keep(placeOf(modelId, []), "refused"),
    created: (classifierId) => keep(classifierId, "created"),
    async earlier() {
      const record2 = await jobs.earlier(publication, fingerprint);
      if (record2?.phase === "created") return { phase: "created", classifierId: record2.id };
      return record2?.phase === "creating" ? { phase: "creating", before: beforeIn(record2.id) } : void 0;
    }
  };
}

// packages/prediction-one/src/publishing/start-publishing.ts
async function startPublishing(context, request) {
  const { client, signal, jobs, progress } = context;
  const { modelId } = request;
  const ledger = publishingLedger(jobs, modelId, JSON.stringify(request));
  const earlier = await ledger.earlier();
  if (!earlier) {
    progress({ type: "phase", title: "Create the prediction API" });
    const classifierId2 = await createClassifierOnce(client, context, ledger, request);
    await ledger.created(classifierId2);
    return { classifierId: classifierId2 };
  }
  const classifierId = earlier.phase === "created" ? earlier.classifierId : await findEarlierClassifier(client, signal, modelId, earlier.before);
  const message = `Going on with prediction API ${classifierId} of an earlier try, in place of creating another one.`;
  progress({ type: "warning", message });
  if (earlier.phase === "creating") await ledger.created(classifierId);
  return { classifierId };
}

// packages/prediction-one/src/jobs/wait-for-job.ts
function waitForJob({ clock, signal, random, progress }, job, { timeoutMs, pollIntervalMs }) {
  const { reference: reference2 } = job;
  return pollUntilDone(job, {
    clock,
    signal,
    random,
    timeoutMs,
    interval: { initialMs: pollIntervalMs },
    onChange: ({ result: _2, ...snapshot }) => progress({ type: "status", job: reference2, snapshot }),
    onFault: (error, faultsInARow) => {
      const message = error instanceof Error ? error.message : String(error);
      progress({ type: "fault", job: reference2, faultsInARow, message });
    }
  });
}

// packages/prediction-one/src/publishing/wait-for-classifier.ts
async function waitForClassifier(context, { classifierId, until, ...wait }) {
  const goal = until === "running" ? "runs" : "has stopped";
  context.progress({ type: "phase", title: `Wait until the prediction API ${goal}` });
  const outcome = await waitForJob(context, classifierJob(context.client, { classifierId, until }), wait);
  if (outcome.ended && outcome.snapshot.state === "failed") {
    throw new EngineError({
      code: "job-failed",
      message: `Prediction API ${classifierId} came to the status "${outcome.snapshot.rawStatus}".`,
      remedy: "Look at it in the web app; then delete it and create another one."
    });
  }
  return { arrived: outcome.ended, classifier: outcome.snapshot?.result };
}

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
  async run(context, given2) {
    numericId("modelId", given2.modelId);
    const rules = accessRules(given2.allowedSources, given2.deniedSources);
    if (given2.deniedSources?.length && given2.allowedSources.length > 0)
      context.progress({ type: "warning", message: undocumentedOrder });
    const { classifierId } = await startPublishing(context, { modelId: given2.modelId, rules });
    const waited = given2.waitForCompletion ? await waitForClassifier(context, { ...given2, classifierId, until: "running" }) : void 0;
    const seen = waited?.classifier ?? { classifierId, modelId: given2.modelId, status: "building" };
    return { ...classifierOutput(seen, given2.includeKey), pending: waited?.arrived !== true };
  }
});

// packages/prediction-one/src/client/list-all.ts
var pageLength2 = 100;
async function* listAll(read2, idOf2) {
  const seen = /* @__PURE__ */ new Set();
  for (let offset = 0; ; ) {
    const { entries, total } = await read2({ offset, limit: pageLength2 });
    const fresh = entries.filter((entry) => !seen.has(idOf2(entry)));
    for (const entry of fresh) seen.add(idOf2(entry));
    yield* fresh;
    offset += entries.length;
    if (fresh.length === 0 || offset >= (total ?? Infinity) && entries.length < pageLength2) return;
  }
}

// packages/prediction-one/src/client/all-entries.ts
var allModels = (client, signal) => listAll(
  (request) => client.getModels(request, signal),
  ({ modelId }) => modelId
);
var allDataSets = (client, signal) => listAll(
  (request) => client.getDataSets(request, signal),
  ({ dataSetId }) => dataSetId
);
async function holds(list, test) {
  for await (const entry of list) if (test(entry)) return true;
  return false;
}

// packages/prediction-one/src/recovery/deletes.ts
function surely(world, change) {
  const { doing, send, isGone } = change;
  return confirmed(world, {
    doing,
    send: async () => {
      await send();
      return true;
    },
    readBack: async () => await isGone() || void 0,
    maxSends: 5,
    remedy: "Look at the list, then delete it again if it is still there."
  }).then(() => void 0);
}
var deleteModelSurely = (client, world, modelId) => surely(world, {
  doing: `delete model ${modelId}`,
  send: () => client.deleteModel({ modelId }, world.signal),
  isGone: async () => !await holds(allModels(client, world.signal), (one) => one.modelId === modelId)
});
var deleteDataSetSurely = (client, world, dataSetId) => surely(world, {
  doing: `delete data set ${dataSetId}`,
  send: () => client.deleteDataSet({ dataSetId }, world.signal),
  isGone: async () => !await holds(allDataSets(client, world.signal), (one) => one.dataSetId === dataSetId)
});
var deleteClassifierSurely = (client, world, classifierId) => surely(world, {
  doing: `delete prediction API ${classifierId}`,
  send: () => client.deleteClassifier({ classifierId }, world.signal),
  isGone: async () => (await client.getClassifiers(world.signal)).every((one) => one.classifierId !== classifierId)
});

// packages/prediction-one/src/recovery/update-classifier-surely.ts
var sameRules = (a, b) => JSON.stringify(a?.map(({ source, order, priority }) => [source, order, priority])) === JSON.stringify(b?.map(({ source, order, priority }) => [source, order, priority]));
async function updateClassifierSurely(client, world, classifierId, changeOf) {
  const find = async () => (await client.getClassifiers(world.signal)).find((one) => one.classifierId === classifierId);
  const now = await find();
  if (!now) throw classifierMissing(classifierId);
  const change = changeOf(now);
  const wanted = {
    rules: change.rules ?? now.rules ?? [],
    active: change.active ?? now.active ?? true,
    isEditable: change.isEditable ?? now.isEditable ?? void 0
  };
  return confirmed(world, {
    doing: `update prediction API ${classifierId}`,
    send: () => client.updateClassifier({ classifierId, ...wanted }, world.signal),
    readBack: async () => {
      const seen = await find();
      const done = seen?.active === wanted.active && sameRules(wanted.rules, seen.rules);
      return done && (wanted.isEditable ?? seen.isEditable) === seen.isEditable ? seen : void 0;
    },
    maxSends: 5,
    remedy: "Look at the prediction API in the list, then update it again if it is not as wanted."
  });
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

// packages/prediction-one/src/operations/shared/deleted-output.ts
var deletedOutputs = {
  deleted: flag({ title: "Deleted", description: "Whether it was deleted" })
};

// packages/prediction-one/src/operations/delete-classifier.ts
var deletable = /* @__PURE__ */ new Set(["terminated", "stopped", "failed"]);
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
  async run(context, { classifierId, stopFirst, ...waiting }) {
    const { client, signal } = context;
    const found = (await client.getClassifiers(signal)).find((one) => one.classifierId === classifierId);
    if (!found) throw classifierMissing(classifierId);
    if (!deletable.has(found.status.toLowerCase())) {
      if (!stopFirst) throw stillRuns(classifierId, found.status);
      await updateClassifierSurely(client, context, classifierId, () => ({ active: false }));
      const { arrived } = await waitForClassifier(context, { ...waiting, classifierId, until: "stopped" });
      if (!arrived) throw notStopped(classifierId);
    }
    await deleteClassifierSurely(client, context, classifierId);
    return { deleted: true };
  }
});
var stillRuns = (classifierId, status) => new EngineError({
  code: "conflict",
  message: `Prediction API ${classifierId} was not deleted: its status is "${status}", and only a stopped one can be.`,
  remedy: "Stop it first, or switch Stop First on."
});
var notStopped = (classifierId) => new EngineError({
  code: "deadline",
  message: `Prediction API ${classifierId} was not deleted: it was told to stop and had not stopped in time.`,
  remedy: "Delete it again later, or with a longer timeout."
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
  async run(context, { dataSetId }) {
    numericId("dataSetId", dataSetId);
    await deleteDataSetSurely(context.client, context, dataSetId);
    return { deleted: true };
  }
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
  async run(context, { modelId, force }) {
    const { client, signal } = context;
    numericId("modelId", modelId);
    if (!force) await refuseInUse(client, signal, modelId);
    await deleteModelSurely(client, context, modelId);
    return { deleted: true };
  }
});
async function refuseInUse(client, signal, modelId) {
  if (!client.keys.has("deploy")) {
    throw refusal(
      `Could not tell whether a prediction API uses model ${modelId}: this needs a deploy key, and none is set.`,
      "Set a deploy key or the Secret Key in the credential; or check in the web app, then switch Force on."
    );
  }
  const users = (await client.getClassifiers(signal)).filter((one) => one.modelId === modelId);
  if (users.length === 0) return;
  const names = users.map(({ classifierId }) => classifierId).join(", ");
  throw refusal(
    `Model ${modelId} was not deleted: it is in use by prediction API ${names}.`,
    "Delete the prediction API first, or switch Force on."
  );
}
var refusal = (message, remedy3) => new EngineError({ code: "conflict", message, remedy: remedy3 });

// packages/prediction-one/src/retraining/retrain-key.ts
async function retrainKeyFor(client, signal, { classifierId, modelId }) {
  if (modelId !== void 0) return { modelId };
  if (classifierId === void 0 || !client.keys.has("secret")) return void 0;
  return { modelId: await publishedModelId(client, signal, classifierId) };
}
async function publishedModelId(client, signal, classifierId) {
  const found = (await client.getClassifiers(signal)).find((one) => one.classifierId === classifierId);
  if (!found?.modelId) throw classifierMissing(classifierId);
  return found.modelId;
}

// packages/prediction-one/src/download/result-name.ts
var maxNameLength = 150;
var safe = (name) => name.split(/[/\\]/).at(-1).replace(/[\p{Cc}<>:"|?*]/gu, "_").replace(/^[.\s]+|[.\s]+$/g, "").slice(-maxNameLength);
function decoded(text2) {
  try {
    return decodeURIComponent(text2);
  } catch {
    return void 0;
  }
}
function dispositionName(header) {
  const encoded = /filename\*\s*=\s*utf-8'[^']*'([^;\s]+)/i.exec(header ?? "")?.[1];
  const plain = /filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i.exec(header ?? "");
  return (encoded === void 0 ? void 0 : decoded(encoded)) ?? plain?.[1]?.replace(/\\(.)/g, "$1") ?? plain?.[2];
}
function resultName({
  url: url2,
  disposition,
  fallback
}, head) {
  const segment = decoded(new URL(url2).pathname.split("/").at(-1) ?? "") ?? "";
  const inUrl = /\.[A-Za-z0-9]{1,8}$/.test(segment) ? segment : "";
  const name = safe(dispositionName(disposition) ?? "") || safe(inUrl) || safe(fallback);
  return /\.[A-Za-z0-9]{1,8}$/.test(name) ? name : `${name}${extensionFor(head) || ".csv"}`;
}

// packages/prediction-one/src/download/split-head.ts
async function splitHead(chunks) {
  const iterator = chunks[Symbol.asyncIterator]();
  let first = await iterator.next();
  while (!first.done && first.value.length === 0) first = await iterator.next();
  async function* whole() {
    try {
      for (let next = first; !next.done; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  return { head: first.done ? new Uint8Array() : first.value.subarray(0, 16), body: whole() };
}

// packages/prediction-one/src/download/save-download.ts
var maxDownloads = 3;
var isPassing = (error) => isTransportError(error) || isEngineError(error) && error.code === "source-mismatch" || isApiError(error) && (error.status === 401 || error.status === 403 || error.status >= 500);
async function saveDownload(context, download) {
  const { signal, progress } = context;
  for (let attempt = 1; ; attempt++) {
    const url2 = await download.freshUrl();
    if (url2 === void 0) {
      progress({
        type: "warning",
        message: "The vendor gave no address for the result, so no file was saved."
      });
      return void 0;
    }
    try {
      return await saveOnce(context, download, url2);
    } catch (error) {
      if (signal.aborted || attempt >= maxDownloads || !isPassing(error)) throw error;
      progress({ type: "warning", message: `The download will be begun anew: ${error.message}` });
    }
  }
}
async function saveOnce({ client, signal, progress, save }, { doing, fallbackName }, url2) {
  const { headers, body: answer3 } = await client.storage.download({ url: url2, doing }, signal);
  const { head, body } = await splitHead(answer3);
  const name = resultName({ url: url2, disposition: headers["content-disposition"], fallback: fallbackName }, head);
  const length = exactLengthOf(headers);
  async function* counted() {
    let bytes = 0;
    for await (const chunk of body) {
      bytes += chunk.length;
      progress({ type: "download", name, bytes, totalBytes: length });
      yield chunk;
    }
    if (bytes === 0) progress({ type: "warning", message: `The result file "${name}" is empty.` });
  }
  return save({ name, contentType: headers["content-type"] ?? typeOf(name), length, body: counted() });
}
function exactLengthOf(headers) {
  const length = headers["content-length"];
  return length !== void 0 && headers["content-encoding"] === void 0 && /^\d+$/.test(length) ? Number(length) : void 0;
}
var typeOf = (name) => name.endsWith(".zip") ? "application/zip" : name.endsWith(".csv") ? "text/csv" : "application/octet-stream";

// packages/prediction-one/src/retraining/save-result.ts
function saveResult(context, { retrainJobId, keyChoice }) {
  context.progress({ type: "phase", title: "Download the result" });
  return saveDownload(context, {
    doing: `download the result of retraining ${retrainJobId}`,
    fallbackName: `retrain-result-${retrainJobId}`,
    freshUrl: async () => (await context.client.getRetrainStatus({ retrainJobId, keyChoice }, context.signal)).downloadUrl
  });
}

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

// packages/prediction-one/src/retraining/wait-for-retraining.ts
async function waitForRetraining(context, { retrainJobId, keyChoice, failureWords: failureWords2, ...wait }) {
  context.progress({ type: "phase", title: "Wait for the retraining" });
  const job = retrainJob(context.client, { retrainJobId, keyChoice, failureWords: failureWords2 });
  const outcome = await waitForJob(context, job, wait);
  if (outcome.ended && outcome.snapshot.state !== "succeeded") {
    throw retrainingFailed(retrainJobId, outcome.snapshot.rawStatus, outcome.snapshot.message);
  }
  return { finished: outcome.ended, status: outcome.snapshot?.result };
}
var retrainingFailed = (retrainJobId, status, message) => new EngineError({
  code: "job-failed",
  message: `Retraining ${retrainJobId} ended with the status "${status}"${message ? `: ${message}` : " and no further explanation"}.`,
  remedy: "Check that the data has the columns of the model, above all its target, then start a new retraining; the published model is unchanged."
});

// packages/prediction-one/src/operations/shared/retrain-job-input.ts
var retrainJobInput = text({
  title: "Retrain Job ID",
  description: "The ID that Retrain gave, or its resume token",
  placeholder: "e.g. 0f5a2c7e-31b4-4c0e-9d55-2f1f6a6f9c10",
  maxLength: 1e3
});
var tokenStart = "eyJ2Ij";
function retrainJobIdOf(given2) {
  const refuse = (problem, remedy3) => new InputError([{ field: "retrainJobId", problem, remedy: remedy3 }]);
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
  async run(context, inputs4) {
    const retrainJobId = retrainJobIdOf(inputs4.retrainJobId);
    const keyChoice = await retrainKeyFor(context.client, context.signal, inputs4);
    const resultFile = await saveResult(context, { retrainJobId, keyChoice });
    if (resultFile) return { retrainJobId, resultFile };
    const { status, message } = await context.client.getRetrainStatus(
      { retrainJobId, keyChoice },
      context.signal
    );
    const state = stateOfStatus(status, { finished: "job_finished" });
    if (state === "failed" || state === "cancelled") throw retrainingFailed(retrainJobId, status, message);
    throw new EngineError({
      code: "not-found",
      message: `Retraining ${retrainJobId} has no result to download: its status is "${status}".`,
      remedy: state === "succeeded" ? "It has finished without a result file: look at the model in the web app." : "Wait until it has finished: Wait for Retraining does both."
    });
  }
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
  async run({ client, signal }, { returnAll, limit, modelId, includeKey: withKey }) {
    const all = await client.getClassifiers(signal);
    const found = all.filter((one) => modelId === void 0 || one.modelId === modelId);
    return found.slice(0, returnAll ? void 0 : limit).map((one) => classifierOutput(one, withKey));
  }
});

// packages/prediction-one/src/training/read-columns.ts
var readyMs = 12e4;
var pauseMs2 = 5e3;
var isNotYet = (error) => isApiError(error) && faultOf(error) === void 0 && error.code !== "unauthorized" && (!isMissingApi(error) || error.status === 404);
async function readColumns({ client, clock, signal }, externalProcessId) {
  const endsAt = clock.now() + readyMs;
  for (; ; ) {
    try {
      return await client.getColumnInfo({ externalProcessId }, signal);
    } catch (error) {
      if (!isNotYet(error) || clock.now() + pauseMs2 > endsAt) throw error;
      await clock.sleep(pauseMs2, signal).catch(() => {
        throw new CancelledError(`read the columns of upload ${externalProcessId}`);
      });
    }
  }
}

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
      number2({ title: "Correlation", description: "Correlation score, as the vendor gives it" })
    ),
    minimum: optional(number2({ title: "Minimum", description: "Least value, of a numeric column" })),
    maximum: optional(number2({ title: "Maximum", description: "Greatest value, of a numeric column" })),
    average: optional(number2({ title: "Average", description: "Mean value, of a numeric column" })),
    median: optional(number2({ title: "Median", description: "Median value, of a numeric column" }))
  }),
  async run(context, { trainingProcessId }) {
    const { trainingDataColumns } = await readColumns(context, trainingProcessId);
    return trainingDataColumns.map((column2) => {
      const figures = column2.numericalValue?.find((one) => one !== null);
      return {
        name: column2.name,
        columnId: present(column2.columnId),
        dataType: present(column2.initialDataType),
        uniqueCount: present(column2.uniqueCount),
        dataCount: present(column2.dataCount),
        missingCount: present(column2.missingCount),
        correlation: present(column2.corScore),
        minimum: present(figures?.minValue),
        maximum: present(figures?.maxValue),
        average: present(figures?.avgValue),
        median: present(figures?.medianValue)
      };
    });
  }
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
  async run({ client, signal }, range) {
    const sets = await collect(allDataSets(client, signal), range);
    return sets.map((set) => ({
      dataSetId: set.dataSetId,
      name: present(set.name),
      extension: present(set.extension),
      columnCount: present(set.columnCount),
      rowCount: present(set.dataCount),
      sizeBytes: present(set.dataSize),
      createdDate: present(set.createdDate),
      updatedDate: present(set.updatedDate),
      ownerUserId: present(set.ownerUserId)
    }));
  }
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
var modelOutput = (model2) => ({
  modelId: model2.modelId,
  name: present(model2.name),
  targetType: present(model2.targetType),
  targetColumn: targetColumnOf(model2),
  version: present(model2.version),
  apiOption: present(model2.isApiOption),
  createdDate: present(model2.createdDate),
  updatedDate: present(model2.updatedDate),
  ownerUserId: present(model2.ownerUserId),
  config: present(model2.config)
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
  async run({ client, signal }, { nameContains, ...range }) {
    const part = nameContains?.toLowerCase();
    const models2 = await collect(
      allModels(client, signal),
      range,
      ({ name }) => part === void 0 || (name ?? "").toLowerCase().includes(part)
    );
    return models2.map(modelOutput);
  }
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
  async run({ client, signal }, inputs4) {
    const retrainJobId = retrainJobIdOf(inputs4.retrainJobId);
    const keyChoice = await retrainKeyFor(client, signal, inputs4);
    const { status, modelId, message } = await client.getRetrainStatus({ retrainJobId, keyChoice }, signal);
    const state = stateOfStatus(status, { finished: "job_finished", failure: inputs4.failureWords });
    const finished = state === "succeeded";
    const failed = state === "failed" || state === "cancelled";
    return { retrainJobId, status, finished, failed, pending: !finished && !failed, modelId, message };
  }
});

// packages/prediction-one/src/scoring/expected-columns.ts
async function expectedColumns(world, trainingProcessId, targetColumn2) {
  const { rawColumnNames, trainingDataColumns } = await readColumns(world, trainingProcessId);
  const names = rawColumnNames ?? trainingDataColumns.map(({ name }) => name);
  return { names: new Set(names), optional: new Set(targetColumn2 === void 0 ? [] : [targetColumn2]) };
}

// packages/prediction-one/src/scoring/records-of.ts
function recordsOf({ header, rows: rows2 }) {
  const names = [];
  for (const name of header) {
    let unique = name;
    for (let number4 = 2; names.includes(unique); number4++) unique = `${name}_${number4}`;
    names.push(unique);
  }
  return rows2.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at] ?? ""])));
}

// packages/prediction-one/src/scoring/check-columns.ts
function columnError(row, { names, optional: optional2 }) {
  const unknown2 = Object.keys(row).filter((name) => !names.has(name));
  const missing = [...names].filter((name) => !Object.hasOwn(row, name) && !optional2.has(name));
  if (unknown2.length === 0 && missing.length === 0) return void 0;
  const field = "rows";
  return new InputError([
    ...missing.map((name) => ({
      field,
      problem: `the column "${name}" is missing`,
      remedy: "Add it to the row."
    })),
    ...unknown2.map((name) => ({
      field,
      problem: `the model has no column "${name}"`,
      remedy: "Take it out of the row, or rename it to what the model was trained on."
    }))
  ]);
}

// packages/prediction-one/src/scoring/in-order.ts
async function inOrder(entries, concurrency, work) {
  const results = new Array(entries.length);
  let next = 0;
  let failed = false;
  const worker = async () => {
    while (!failed && next < entries.length) {
      const index = next++;
      try {
        results[index] = await work(entries[index], index);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, entries.length) }, worker));
  return results;
}

// packages/prediction-one/src/scoring/row-csv.ts
var rowCsv = (row) => csvTable(Object.keys(row), [Object.values(row)]);

// packages/prediction-one/src/scoring/score-row.ts
var notRunningPauseMs = 1e4;
async function scoreRow(client, { clock, signal }, target, row, { waitUntilMs, ...options }) {
  for (; ; ) {
    try {
      return await client.infer({ ...target, ...options, csv: rowCsv(row) }, signal);
    } catch (error) {
      const fault = faultOf(error);
      if (fault === "invalid-request") throw withColumns(error, row);
      if (fault !== "not-running" || clock.now() + notRunningPauseMs > waitUntilMs) throw error;
      await clock.sleep(notRunningPauseMs, signal).catch(() => {
        throw new CancelledError("score a row");
      });
    }
  }
}
function withColumns(error, row) {
  if (!isApiError(error)) return error;
  const names = Object.keys(row).map((name) => `"${name}"`);
  return new ApiError({
    ...error,
    message: `${error.message} The row has the columns ${names.join(", ")}.`,
    cause: error
  });
}

// packages/prediction-one/src/scoring/score-rows.ts
var concernsAll = /* @__PURE__ */ new Set(["unauthorized", "forbidden", "not-found", "conflict"]);
async function scoreRows(context, target, { rows: rows2, concurrency, columns, ...options }) {
  const { client, progress } = context;
  let fatal;
  let done = 0;
  return inOrder(rows2, concurrency, async (row) => {
    const refusal2 = fatal ?? (columns && columnError(row, columns));
    try {
      if (refusal2) return { ok: false, error: refusal2 };
      return { ok: true, output: { row, answer: await scoreRow(client, context, target, row, options) } };
    } catch (error) {
      if (isCancelled(error) || !isEngineError(error)) throw error;
      if (concernsAll.has(error.code)) fatal ??= error;
      return { ok: false, error };
    } finally {
      progress({ type: "rows", done: ++done, total: rows2.length });
    }
  });
}

// packages/prediction-one/src/scoring/scoring-target.ts
async function scoringTarget(client, signal, given2) {
  const { scoringUrl, classifierId } = given2;
  if (scoringUrl !== void 0) {
    if (!client.keys.has("prediction")) throw noKey();
    return { url: scoringUrl };
  }
  const found = (await client.getClassifiers(signal)).find((one) => one.classifierId === classifierId);
  if (!found) throw classifierMissing(classifierId ?? "");
  const { url: url2, status, apiKey } = found;
  if (!url2) {
    throw new EngineError({
      code: "conflict",
      message: `Prediction API ${found.classifierId} has no scoring URL yet: its status is "${status}".`,
      remedy: "Wait until it runs, then score again."
    });
  }
  if (!apiKey && !client.keys.has("prediction")) throw noKey();
  return { url: url2, apiKey: apiKey ?? void 0 };
}
var noKey = () => new EngineError({
  code: "invalid-input",
  message: `Could not score: this needs ${keyWords.prediction.name}, and none is set.`,
  remedy: keyWords.prediction.remedy
});

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
          list: { title: "List", description: "By choosing it; needs a deploy key or the Secret Key" }
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
  async run(context, given2) {
    const { client, clock, signal } = context;
    if (given2.rows.length > given2.maxRequests) throw tooManyRows(given2.rows.length, given2.maxRequests);
    const byUrl = given2.predictionApiFrom === "url";
    const target = await scoringTarget(client, signal, {
      scoringUrl: byUrl ? given2.scoringUrl : void 0,
      classifierId: byUrl ? void 0 : given2.classifierId
    });
    const columns = given2.trainingProcessId === void 0 ? void 0 : await expectedColumns(context, given2.trainingProcessId, given2.targetColumn);
    const waitUntilMs = clock.now() + given2.waitUntilRunningMs;
    const outcomes = await scoreRows(context, target, { ...given2, columns, waitUntilMs });
    return outcomes.map(
      (outcome) => outcome.ok ? { ok: true, output: predictionOf(outcome.output) } : outcome
    );
  }
});
var tooManyRows = (rowCount, maxRequests) => new InputError([
  {
    field: "rows",
    problem: `has ${rowCount} rows, and no more than ${maxRequests} requests are allowed`,
    remedy: "Score fewer rows, or raise Max Requests where the contract allows as many."
  }
]);
var predictionOf = ({ row, answer: answer3 }) => ({
  prediction: recordsOf(answer3.prediction)[0] ?? {},
  reasons: answer3.reasons && recordsOf(answer3.reasons),
  row
});

// packages/prediction-one/src/retraining/outputs-of.ts
function outputsOf(retrainJobId, told) {
  const { status, finished, resultFile, switchOutcome: switchOutcome2 } = told;
  return {
    retrainJobId,
    status: status?.status,
    finished,
    pending: !finished,
    modelId: status?.modelId,
    message: status?.message,
    resultFile,
    switchOutcome: switchOutcome2,
    resumeToken: toResumeToken({ vendor, kind: retraining, id: retrainJobId })
  };
}

// packages/prediction-one/src/retraining/retrain-ledger.ts
var takenUp = /* @__PURE__ */ new Set([
  "uploading",
  "uploaded",
  "switching",
  "switched"
]);
function retrainLedger(jobs, fingerprint) {
  return {
    keep: (id2, phase) => jobs.keep({ vendor, kind: retraining, id: id2, phase, fingerprint }),
    async started() {
      const record2 = await jobs.earlier(retraining, fingerprint);
      return record2 && takenUp.has(record2.phase) ? { retrainJobId: record2.id, phase: record2.phase } : void 0;
    }
  };
}
var retrainFingerprint = ({
  trainingData,
  evaluationData,
  fileName,
  classifierId,
  modelId
}) => JSON.stringify([
  [trainingData, evaluationData].map((source) => source && [source.name, source.length ?? null]),
  [fileName, classifierId, modelId].map((one) => one ?? null)
]);

// packages/prediction-one/src/jobs/switch-model.ts
async function switchModel(client, world, request) {
  const { retrainJobId, keyChoice } = request;
  const { modelId, classifierId } = request;
  const canLook = client.keys.has("deploy") && (modelId ?? classifierId) !== void 0;
  const before = canLook ? await client.getClassifiers(world.signal).catch(() => []) : [];
  const arrived = arrival(request, before);
  const ask = () => confirmed(world, {
    doing: `switch the prediction API to the model of retraining ${retrainJobId}`,
    send: async () => {
      await client.switchModel({ retrainJobId, keyChoice }, world.signal);
      return true;
    },
    readBack: async () => {
      if (!canLook) return void 0;
      const states = (await client.getClassifiers(world.signal)).map(arrived);
      return states.some((state) => state === "succeeded" || state === "running") || void 0;
    },
    maxSends: 2,
    asked: request.earlier === "asked",
    remedy: "Look at the prediction API in the web app."
  }).catch((error) => {
    if (isEngineError(error) && error.code === "outcome-unknown") return false;
    throw error;
  });
  const sent = request.earlier === "accepted" || await ask();
  if (sent) await request.onAccepted?.();
  if (!canLook || request.verifyTimeoutMs === 0) return sent ? "accepted" : "unknown";
  const seen = await verify(client, world, request, arrived).catch((error) => {
    if (isCancelled(error) || isEngineError(error) && error.code === "job-failed") throw error;
    const why = error instanceof Error ? error.message : String(error);
    request.warn(`Whether the switch has arrived could not be seen. ${why}`);
    return false;
  });
  return seen ? "verified" : sent ? "accepted" : "unknown";
}
function arrival({ modelId, classifierId }, before) {
  return (classifier2) => {
    const old = before.find((one) => one.classifierId === classifier2.classifierId);
    const meant = classifierId === void 0 || classifierId === classifier2.classifierId;
    const fresh = modelId === void 0 ? classifierId !== void 0 && old !== void 0 && old.modelId !== classifier2.modelId : classifier2.modelId === modelId;
    if (!meant) return "unknown";
    const status = classifier2.status.toLowerCase();
    if (status === "failed" && (classifierId !== void 0 || fresh)) return "failed";
    if (fresh) return status === "running" ? "succeeded" : "running";
    return classifierId !== void 0 && status === "updating" ? "running" : "unknown";
  };
}
async function verify(client, { clock, signal, random }, { retrainJobId, verifyTimeoutMs, interval }, arrived) {
  const job = {
    reference: { vendor, kind: "switch", id: retrainJobId },
    async read(readSignal) {
      const views = (await client.getClassifiers(readSignal)).map((one) => ({
        rawStatus: one.status,
        state: arrived(one)
      }));
      const first = (state) => views.find((view) => view.state === state);
      return first("succeeded") ?? first("failed") ?? first("running") ?? { state: "waiting", rawStatus: "not seen yet" };
    }
  };
  const outcome = await pollUntilDone(job, {
    clock,
    signal,
    random,
    interval,
    timeoutMs: verifyTimeoutMs
  });
  if (!outcome.ended) return false;
  if (outcome.snapshot.state === "succeeded") return true;
  throw new EngineError({
    code: "job-failed",
    message: `The switch to the model of retraining ${retrainJobId} was accepted, and then the prediction API came to the status "${outcome.snapshot.rawStatus}".`,
    remedy: "Look at the prediction API in the web app: it may have to be published anew."
  });
}

// packages/prediction-one/src/retraining/switch-once.ts
var earlierOf = {
  switching: "asked",
  switched: "accepted"
};
async function switchOnce(context, ledger, phase, request) {
  const { retrainJobId } = request;
  const earlier = earlierOf[phase];
  let accepted = earlier === "accepted";
  context.progress({ type: "phase", title: "Switch the model" });
  if (!earlier) await ledger.keep(retrainJobId, "switching");
  try {
    return await switchModel(context.client, context, {
      ...request,
      earlier,
      onAccepted: async () => {
        accepted = true;
        await ledger.keep(retrainJobId, "switched");
      }
    });
  } catch (error) {
    if (!accepted && !isCancelled(error)) await ledger.keep(retrainJobId, "uploaded");
    throw error;
  }
}

// packages/prediction-one/src/preflight/column-faults.ts
function columnFaults(head, required = []) {
  return [
    ...headerFaults(head.columns),
    ...required.filter((name) => !head.columns.includes(name)).map((name) => ({
      problem: `has no column "${name}"`,
      remedy: `Add the column; the header has ${listed(head.columns)}.`
    })),
    ...rowFaults(head)
  ];
}
function headerFaults(columns) {
  const blank = columns.findIndex((name) => name.trim() === "");
  const twice = columns.find((name, at) => name.trim() !== "" && columns.indexOf(name) !== at);
  return [
    ...blank < 0 ? [] : [
      { problem: `has no name for column ${blank + 1}`, remedy: "Name every column in the header line." }
    ],
    ...twice === void 0 ? [] : [
      {
        problem: `has the column "${twice}" more than once`,
        remedy: "Give every column a name of its own."
      }
    ]
  ];
}
function rowFaults({ columns, rows: rows2, complete }) {
  if (rows2.length === 0 && complete) {
    return [{ problem: "has a header line and no rows", remedy: "Pass a table with at least one row." }];
  }
  const uneven = rows2.findIndex((row) => row.length !== columns.length);
  if (uneven < 0) return [];
  return [
    {
      problem: `has ${columns.length} columns in its header and ${rows2[uneven]?.length} in row ${uneven + 1} after it`,
      remedy: "Give every row as many columns as the header; quote values that hold the delimiter."
    }
  ];
}
var listed = (names) => {
  const shown2 = names.slice(0, 20).map((name) => `"${name}"`);
  return `${shown2.join(", ")}${names.length > shown2.length ? ` and ${names.length - shown2.length} more` : ""}`;
};

// packages/prediction-one/src/preflight/file-name-fault.ts
var spreadsheets = /* @__PURE__ */ new Set(["xlsx", "xlsm", "xls", "ods", "numbers"]);
var maxShown = 80;
var shown = (name) => {
  const line = name.replaceAll(/[\p{Cc}\p{Cf}]/gu, "\uFFFD");
  return line.length > maxShown ? `${line.slice(0, maxShown)}...` : line;
};
function fileNameFault(field, name, { extensions, renamable = false }) {
  const rename = renamable ? "Rename the file, or give another name under File Name." : "Rename the file.";
  const fault = (problem2, remedy3 = rename) => ({
    field,
    problem: `the file name "${shown(name)}" ${problem2}`,
    remedy: remedy3
  });
  const problem = checkFileName(name);
  if (problem !== void 0) return fault(problem);
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase();
  if (extension !== void 0 && extensions.includes(extension)) return void 0;
  const ends = extensions.map((one) => `.${one}`).join(" or ");
  return fault(
    `does not end with ${ends}, by which the vendor tells formats apart`,
    extension !== void 0 && spreadsheets.has(extension) ? 'Save the table as CSV (in Excel as "CSV UTF-8"), and pass that file.' : rename
  );
}

// packages/prediction-one/src/preflight/table-warnings.ts
var maxClasses = 200;
function tableWarnings(fileName, head, targetColumn2) {
  const classes = targetColumn2 === void 0 ? 0 : classCount(head, targetColumn2);
  return [
    ...head.encodingLooksUtf8 ? [] : [`"${fileName}" does not look like UTF-8; save it as UTF-8 if names or values come out garbled.`],
    ...classes > maxClasses ? [
      `"${fileName}" has ${classes} different values in "${targetColumn2}" within its first ${head.rows.length} rows; more than ${maxClasses} classes may be refused.`
    ] : []
  ];
}
function classCount({ columns, rows: rows2 }, column2) {
  const at = columns.indexOf(column2);
  return at < 0 ? 0 : new Set(rows2.map((row) => row[at] ?? "")).size;
}

// packages/prediction-one/src/preflight/check-table.ts
var tableExtensions = ["csv", "tsv"];
async function checkTable(field, file2, { requiredColumns, classColumn, renamable }, warn) {
  const nameFault = fileNameFault(field, file2.name, { extensions: tableExtensions, renamable });
  if (nameFault) throw new InputError([nameFault]);
  const head = await readTableHead(file2, { field });
  const faults = columnFaults(head, requiredColumns).map(({ problem, remedy: remedy3 }) => ({
    field,
    problem: `"${file2.name}" ${problem}`,
    remedy: remedy3
  }));
  if (faults.length > 0) throw new InputError(faults);
  tableWarnings(file2.name, head, classColumn).forEach(warn);
  const { delimiter, lineEnd, encodingLooksUtf8 } = head;
  const source = checkedTable(head.source, {
    field,
    delimiter,
    lineEnd,
    onWarning: ({ kind, problem, remedy: remedy3 }) => {
      if (kind !== "not-utf8" || encodingLooksUtf8) warn(`"${file2.name}" ${problem}. ${remedy3}`);
    }
  });
  return { source, head };
}
async function allChecked(checks) {
  const results = await Promise.allSettled(checks);
  const failures = results.flatMap(
    (result) => result.status === "rejected" ? [result.reason] : []
  );
  const other = failures.find((failure) => !isInputError(failure));
  if (other !== void 0) throw other;
  if (failures.length > 0)
    throw new InputError(failures.filter(isInputError).flatMap(({ faults }) => faults));
  return Promise.all(checks);
}

// packages/prediction-one/src/preflight/columns-differ.ts
function columnsDiffer(training2, evaluation) {
  const missing = training2.columns.filter((name) => !evaluation.columns.includes(name));
  const added = evaluation.columns.filter((name) => !training2.columns.includes(name));
  if (missing.length === 0 && added.length === 0) return void 0;
  const parts = [
    missing.length > 0 && `lacks ${quoted(missing)}`,
    added.length > 0 && `adds ${quoted(added)}`
  ];
  return `The evaluation data has other columns than the training data: it ${parts.filter(Boolean).join(" and ")}.`;
}
var quoted = (names) => {
  const shown2 = names.slice(0, 10).map((name) => `"${name}"`);
  return `${shown2.join(", ")}${names.length > shown2.length ? " and others" : ""}`;
};

// packages/prediction-one/src/preflight/check-pair.ts
async function checkPair({ progress }, { trainingData, evaluationData }, rules) {
  const warn = (message) => progress({ type: "warning", message });
  const [training2, evaluation] = await allChecked([
    checkTable("trainingData", trainingData, rules, warn),
    evaluationData ? checkTable("evaluationData", evaluationData, { ...rules, renamable: false }, warn) : Promise.resolve(void 0)
  ]);
  const difference = evaluation && columnsDiffer(training2.head, evaluation.head);
  if (difference) warn(difference);
  return { training: training2, evaluation };
}

// packages/prediction-one/src/preflight/known-length.ts
function knownLength(field, source) {
  if (source.length !== void 0) return source;
  throw new InputError([
    {
      field,
      problem: `the length of "${source.name}" is not known before it is read`,
      remedy: "Pass it as a file, or from a place that tells its length (a Content-Length header)."
    }
  ]);
}

// packages/prediction-one/src/preflight/named-source.ts
function namedSource(source, name) {
  const { reader } = source;
  return {
    name,
    contentType: source.contentType,
    length: source.length,
    replayable: source.replayable,
    ranged: source.ranged,
    open: (range) => source.open(range),
    reader: reader && (() => reader.call(source))
  };
}

// packages/prediction-one/src/retraining/archive-entries.ts
var ascii = /^[\x20-\x7e]+$/;
var entryName = ({ name }, fallback) => ascii.test(name) ? name : `${fallback}${/\.[^.]+$/.exec(name)?.[0] ?? ""}`;
var archiveEntries = (training2, evaluation) => [
  { path: `train_src/${entryName(training2, "train")}`, source: training2 },
  { path: `eval_src/${entryName(evaluation, "eval")}`, source: evaluation }
];

// packages/prediction-one/src/retraining/ready-archive.ts
async function readyArchive(field, file2) {
  const nameFault = fileNameFault(field, file2.name, { extensions: ["zip"], renamable: true });
  if (nameFault) throw new InputError([nameFault]);
  const { head, source } = await peekSource(file2, 8);
  const problem = head.length === 0 ? "is empty" : typeMismatch(file2.name, head);
  if (problem === void 0) return knownLength(field, source);
  throw new InputError([
    {
      field,
      problem: `"${file2.name}" ${problem}`,
      remedy: "Pass a CSV, or a ZIP that holds train_src/ and eval_src/ with one file each."
    }
  ]);
}

// packages/prediction-one/src/retraining/retrain-file.ts
var sentNameFault = (fileName) => {
  const fault = fileNameFault("fileName", fileName, { extensions: [...tableExtensions, "zip"] });
  return fault && { ...fault, remedy: "Give a plain file name such as sales-2026-11.csv." };
};
var archiveAndMore = (name) => new InputError([
  {
    field: "trainingData",
    problem: `"${name}" is a ZIP, to which no Evaluation Data can be added`,
    remedy: "Pass both as CSV or TSV; or put both into the ZIP, and leave Evaluation Data out."
  }
]);
var asItIs = (source) => ({ source, dispose: async () => void 0 });
async function retrainFile(context, { evaluationData, fileName, ...files }, rules) {
  const nameFault = fileName === void 0 ? void 0 : sentNameFault(fileName);
  if (nameFault) throw new InputError([nameFault]);
  const trainingData = fileName === void 0 ? files.trainingData : namedSource(files.trainingData, fileName);
  if (!evaluationData && /\.zip$/i.test(trainingData.name)) {
    return asItIs(await readyArchive("trainingData", trainingData));
  }
  if (/\.zip$/i.test(trainingData.name)) throw archiveAndMore(trainingData.name);
  const { training: training2, evaluation } = await checkPair(
    context,
    { trainingData, evaluationData },
    { ...rules, renamable: true }
  );
  if (!evaluation) return asItIs(knownLength("trainingData", training2.source));
  const archiveName = `${trainingData.name.replace(/\.[^.]*$/, "")}.zip`;
  return zipForUpload({
    name: archiveName,
    entries: archiveEntries(training2.source, evaluation.source),
    compression: files.compression,
    scratch: context.scratch,
    signal: context.signal
  });
}

// packages/prediction-one/src/retraining/target-column.ts
async function targetColumn(client, signal, modelId) {
  if (modelId === void 0 || !client.keys.has("train")) return void 0;
  try {
    for await (const model2 of allModels(client, signal)) {
      if (model2.modelId !== modelId) continue;
      const name = targetColumnOf(model2);
      return name === void 0 ? void 0 : { name, isClass: model2.targetType !== "regression" };
    }
  } catch (error) {
    if (isCancelled(error)) throw error;
  }
  return void 0;
}

// packages/prediction-one/src/retraining/get-upload-url.ts
async function getUploadUrl(client, signal, request) {
  const { fileName, keyChoice } = request;
  const get = async (choice2) => ({
    ...await client.getRetrainUploadUrl({ fileName, keyChoice: choice2 }, signal),
    keyChoice: choice2
  });
  try {
    return await get(keyChoice);
  } catch (error) {
    const { classifierId } = request.published;
    const canFetch = client.keys.has("secret") && client.keys.has("deploy");
    if (faultOf(error) !== "model-gone" || classifierId === void 0 || !canFetch) throw error;
    const modelId = await publishedModelId(client, signal, classifierId);
    return get({ modelId, fetched: true });
  }
}

// packages/prediction-one/src/retraining/upload-once.ts
var maxUrls = 2;
async function uploadOnce(context, request) {
  const { client, clock, signal, random, progress } = context;
  const { source, ledger } = request;
  const { name, length: totalBytes } = source;
  progress({ type: "phase", title: "Upload the data" });
  for (let urls2 = 1; ; urls2++) {
    const { retrainJobId, uploadUrl, keyChoice } = await getUploadUrl(client, signal, {
      ...request,
      fileName: name
    });
    await ledger.keep(retrainJobId, "issued");
    await ledger.keep(retrainJobId, "uploading");
    try {
      await client.storage.upload({
        url: uploadUrl,
        source,
        doing: `upload "${name}" for retraining ${retrainJobId}`,
        clock,
        signal,
        random,
        onBytesTaken: (bytes) => progress({ type: "upload", name, bytes, totalBytes }),
        onRepeat: (error) => progress({ type: "warning", message: `The upload begins anew: ${error.message}` })
      });
      await ledger.keep(retrainJobId, "uploaded");
      return { retrainJobId, keyChoice };
    } catch (error) {
      if (isCancelled(error)) throw error;
      if (isUploadOutcomeUnknown(error)) {
        progress({
          type: "warning",
          message: `${error.message} It is waited for under retraining ${retrainJobId}, and not sent again; should its status never change, the file did not arrive.`
        });
        return { retrainJobId, keyChoice };
      }
      await ledger.keep(retrainJobId, "incomplete");
      if (!isUploadUrlExpired(error) || urls2 >= maxUrls || !source.replayable) throw error;
    }
  }
}

// packages/prediction-one/src/retraining/start-retraining.ts
async function startRetraining(context, ledger, request) {
  const { client, signal, progress } = context;
  const earlier = await ledger.started();
  if (earlier) {
    progress({
      type: "warning",
      message: `Going on with retraining ${earlier.retrainJobId} of an earlier try, in place of starting another one.`
    });
    return { ...earlier, keyChoice: await retrainKeyFor(client, signal, request) };
  }
  const keyChoice = await retrainKeyFor(client, signal, request);
  const target = await targetColumn(client, signal, request.modelId ?? keyChoice?.modelId);
  const file2 = await retrainFile(context, request, {
    requiredColumns: target && [target.name],
    classColumn: target?.isClass ? target.name : void 0
  });
  try {
    const uploaded = await uploadOnce(context, {
      source: file2.source,
      ledger,
      published: request,
      keyChoice
    });
    return { ...uploaded, phase: "uploaded" };
  } finally {
    await file2.dispose();
  }
}

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
  async run(context, given2) {
    const ledger = retrainLedger(context.jobs, retrainFingerprint(given2));
    const { retrainJobId, keyChoice, phase } = await startRetraining(context, ledger, given2);
    if (!given2.waitForCompletion) return outputsOf(retrainJobId, { finished: false });
    const { finished, status } = await waitForRetraining(context, { ...given2, retrainJobId, keyChoice });
    if (!finished) return outputsOf(retrainJobId, { finished, status });
    const resultFile = given2.downloadResult ? await saveResult(context, { retrainJobId, keyChoice }) : void 0;
    if (!given2.switchModel) return outputsOf(retrainJobId, { finished, status, resultFile });
    const switchOutcome2 = await switchOnce(context, ledger, phase, {
      retrainJobId,
      keyChoice,
      modelId: status?.modelId,
      classifierId: given2.classifierId,
      verifyTimeoutMs: given2.verifyTimeoutMs,
      interval: { initialMs: given2.pollIntervalMs },
      warn: (message) => context.progress({ type: "warning", message })
    });
    return outputsOf(retrainJobId, { finished, status, resultFile, switchOutcome: switchOutcome2 });
  }
});

// packages/prediction-one/src/operations/switch-model.ts
var switchModel2 = defineOperation({
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
  async run(context, inputs4) {
    const { client, signal, progress } = context;
    const retrainJobId = retrainJobIdOf(inputs4.retrainJobId);
    const keyChoice = await retrainKeyFor(client, signal, inputs4);
    const { status, modelId, message } = await client.getRetrainStatus({ retrainJobId, keyChoice }, signal);
    const state = stateOfStatus(status, { finished: "job_finished" });
    if (state === "failed" || state === "cancelled") throw retrainingFailed(retrainJobId, status, message);
    if (state !== "succeeded") throw notFinished(retrainJobId, status);
    progress({ type: "phase", title: "Switch the model" });
    const outcome = await switchModel(client, context, {
      retrainJobId,
      keyChoice,
      modelId,
      classifierId: inputs4.classifierId,
      verifyTimeoutMs: inputs4.verifyTimeoutMs,
      interval: { initialMs: inputs4.pollIntervalMs },
      warn: (warning) => progress({ type: "warning", message: warning })
    });
    return { retrainJobId, modelId, switchOutcome: outcome };
  }
});
var notFinished = (retrainJobId, status) => new EngineError({
  code: "conflict",
  message: `Could not switch to the model of retraining ${retrainJobId}: its status is "${status}", not "job_finished".`,
  remedy: "Wait until the retraining has finished, check its result, then switch."
});

// packages/prediction-one/src/jobs/training-job.ts
var training = "training";
function trainingJob(client, { externalProcessId, trainProcessId, failureWords: failureWords2 }) {
  const ids = [.../* @__PURE__ */ new Set([externalProcessId, trainProcessId ?? externalProcessId])];
  let current = 0;
  return {
    reference: { vendor, kind: training, id: externalProcessId },
    async read(signal) {
      const ask = () => client.getTrainStatus({ externalProcessId: ids[current] ?? externalProcessId }, signal);
      const result = await ask().catch((error) => {
        const refused2 = isApiError(error) && error.status < 500 && error.code !== "unauthorized";
        if (!refused2 || current + 1 >= ids.length) throw error;
        current += 1;
        return ask();
      });
      const state = stateOfStatus(result.status, { finished: "finished", failure: failureWords2 });
      return { state, rawStatus: result.status, message: result.message, result };
    }
  };
}

// packages/prediction-one/src/training/asked-types.ts
var form = /^(.+?)\s*=\s*([a-z][a-z_]*)$/i;
var areAskedTypes = (entries) => entries.every((entry) => form.test(entry));
var askedTypes = (entries) => Object.fromEntries(
  entries.map((entry) => {
    const [, name = entry, type = "string"] = form.exec(entry) ?? [];
    return [name, type.toLowerCase()];
  })
);
var strayTypes = (asked2, columns) => Object.keys(asked2).filter((name) => !columns.includes(name)).map((name) => ({
  field: "columnTypes",
  problem: `the training data has no column "${name}"`,
  remedy: "Write the name as the header has it."
}));

// packages/prediction-one/src/training/find-model.ts
var appearMs = 12e4;
var pauseMs3 = 5e3;
async function findModel(world, name) {
  const { clock, signal } = world;
  const endsAt = clock.now() + appearMs;
  for (; ; ) {
    const found = await named(world, name);
    if (found === void 0) return void 0;
    const [newest] = found.sort(byAge);
    if (newest || clock.now() + pauseMs3 > endsAt) return newest;
    await clock.sleep(pauseMs3, signal).catch(() => {
      throw new CancelledError(`find the model "${name}"`);
    });
  }
}
async function named({ client, signal }, name) {
  const found = [];
  try {
    for await (const model2 of allModels(client, signal)) if (model2.name === name) found.push(model2);
    return found;
  } catch (error) {
    if (isMissingApi(error)) return void 0;
    throw error;
  }
}
var byAge = (a, b) => (vendorDateMs(b.createdDate ?? "") ?? 0) - (vendorDateMs(a.createdDate ?? "") ?? 0) || b.modelId.localeCompare(a.modelId, "en", { numeric: true });

// packages/prediction-one/src/recovery/train-once.ts
var remedy2 = "Look at the models in the web app before training again: a second training may be counted and paid.";
var trainOnce = (client, world, request, warn) => {
  const { externalProcessId, name, config } = request;
  return confirmed(world, {
    doing: `start the training of model "${name}"`,
    send: () => client.train({ externalProcessId, name, config }, world.signal),
    readBack: async () => {
      await client.getTrainStatus({ externalProcessId }, world.signal);
      warn(
        `No clear answer came to the start of training ${externalProcessId}. It has a status, and so is taken to have started; should that never change, it has not.`
      );
      return { externalProcessId };
    },
    maxSends: 1,
    remedy: remedy2
  });
};
async function confirmStarted(client, signal, { externalProcessId }) {
  await client.getTrainStatus({ externalProcessId }, signal).catch((cause) => {
    if (isCancelled(cause)) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new EngineError({
      code: "outcome-unknown",
      message: `An earlier try may have started training ${externalProcessId}, and it cannot be seen. ${why}`,
      remedy: remedy2,
      cause
    });
  });
}

// packages/prediction-one/src/training/to-train-config.ts
var toTrainConfig = (settings) => ({
  tc: settings.targetColumn,
  tt: settings.targetType,
  tv: settings.positiveValue,
  cv: settings.crossValidation,
  im: settings.correctImbalance,
  ...settings.timeSeries && {
    tsm: true,
    tsu: settings.timeUnit,
    tsc: settings.timeColumn,
    tsi: settings.timeInterval,
    tsf: settings.firstStep,
    tst: settings.lastStep,
    tss: settings.seriesColumn,
    tsin: settings.othersKnown,
    tsine: settings.othersKnownExcept
  }
});

// packages/prediction-one/src/training/column-info-file.ts
var columnInfoFile = (types) => bytesSource(
  "column_info.csv",
  new TextEncoder().encode(`\uFEFF${csvTable(["column_name", "column_type"], types)}`)
);

// packages/prediction-one/src/training/column-types.ts
var dateForms = [
  /^\d{4}[-/.]\d{1,2}([-/.]\d{1,2})?([ T]\d{1,2}:\d{2}(:\d{2})?)?$/,
  /^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}([ T]\d{1,2}:\d{2}(:\d{2})?)?$/,
  /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*-\d{2,4}$/i
];
var isNumber = (text2) => /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text2);
var hasLeadingZero = (text2) => /^[+-]?0\d/.test(text2);
function guessColumnType(values) {
  const given2 = values.map((value) => value.trim()).filter((value) => value !== "");
  if (given2.length === 0) return "string";
  if (given2.every(isNumber)) return given2.some(hasLeadingZero) ? "string" : "float";
  return dateForms.some((form2) => given2.every((value) => form2.test(value))) ? "date" : "string";
}
function columnTypes({ columns, rows: rows2 }, asked2 = {}) {
  return columns.map((name, at) => [
    name,
    Object.hasOwn(asked2, name) ? asked2[name] ?? "string" : guessColumnType(rows2.map((row) => row[at] ?? ""))
  ]);
}

// packages/prediction-one/src/training/target-warnings.ts
function targetWarnings({ columns, rows: rows2 }, { targetColumn: targetColumn2, targetType, positiveValue }) {
  const at = columns.indexOf(targetColumn2);
  const values = rows2.map((row) => row[at] ?? "").filter((value) => value.trim() !== "");
  const within = `within the first ${rows2.length} rows`;
  if (positiveValue !== void 0 && !values.includes(positiveValue))
    return [`"${targetColumn2}" has no value "${positiveValue}" ${within}, which is to count as positive.`];
  const text2 = values.find((value) => Number.isNaN(Number(value)));
  if (targetType !== "regression" || text2 === void 0) return [];
  return [
    `"${targetColumn2}" has the value "${text2.slice(0, 40)}" ${within}: regression predicts numbers, and classification anything else.`
  ];
}

// packages/prediction-one/src/training/training-files.ts
function strayColumns(settings, columns) {
  const { targetColumn: targetColumn2, timeSeries, timeColumn, seriesColumn, othersKnownExcept = [] } = settings;
  const named2 = [
    ["targetColumn", targetColumn2],
    ["timeColumn", timeSeries ? timeColumn : void 0],
    ["seriesColumn", timeSeries ? seriesColumn : void 0],
    ...othersKnownExcept.map((name) => ["othersKnownExcept", name])
  ];
  return named2.flatMap(
    ([field, name]) => name === void 0 || columns.includes(name) ? [] : [
      {
        field,
        problem: `the training data has no column "${name}"`,
        remedy: `Write the name as the header has it: ${listed(columns)}.`
      }
    ]
  );
}
async function trainingFiles(context, request) {
  const { training: training2, evaluation } = await checkPair(context, request, {
    classColumn: request.targetType === "regression" ? void 0 : request.targetColumn
  });
  const asked2 = askedTypes(request.columnTypes);
  const { columns } = training2.head;
  const strays = [...strayColumns(request, columns), ...strayTypes(asked2, columns)];
  if (strays.length > 0) throw new InputError(strays);
  for (const message of targetWarnings(training2.head, request))
    context.progress({ type: "warning", message });
  return {
    learn: knownLength("trainingData", training2.source),
    evaluation: evaluation && knownLength("evaluationData", evaluation.source),
    columns: columnInfoFile(columnTypes(training2.head, asked2))
  };
}

// packages/prediction-one/src/training/unique-name.ts
var stamp = (nowMs) => new Date(nowMs).toISOString().slice(0, 19).replaceAll(/[-:]/g, "").replace("T", "-");
async function uniqueName(context, wanted) {
  const taken = await takenNames(context);
  if (taken && !taken.has(wanted)) return wanted;
  const stamped = `${wanted}-${stamp(context.clock.now())}`;
  let name = stamped;
  for (let number4 = 2; taken?.has(name); number4++) name = `${stamped}-${number4}`;
  return name;
}
async function takenNames({
  client,
  signal
}) {
  const taken = /* @__PURE__ */ new Set();
  try {
    for await (const { name } of allModels(client, signal)) if (name) taken.add(name);
    return taken;
  } catch (error) {
    if (isMissingApi(error)) return void 0;
    throw error;
  }
}

// packages/prediction-one/src/training/upload-files.ts
var maxSends = 4;
async function uploadFiles(world, urls2, files) {
  await upload(world, urls2.columnInfoUploadUrl, files.columns);
  if (files.evaluation) {
    if (urls2.evalDataSetUploadUrl === void 0) throw noEvaluationUrl();
    await upload(world, urls2.evalDataSetUploadUrl, files.evaluation);
  }
  await upload(world, urls2.learnDataSetUploadUrl, files.learn);
}
async function upload(world, url2, source) {
  const { client, clock, signal, random, progress } = world;
  const { name, length: totalBytes } = source;
  const doing = `upload "${name}" for a training`;
  const onBytesTaken = (bytes) => progress({ type: "upload", name, bytes, totalBytes });
  for (let sends = 1; ; sends++) {
    try {
      return await client.storage.upload({ url: url2, source, doing, clock, signal, random, onBytesTaken });
    } catch (error) {
      if (sends > 1 && isApiError(error) && error.code === "conflict") return;
      if (!isUploadOutcomeUnknown(error)) throw error;
      if (sends >= maxSends || !source.replayable) throw harmless(error);
      progress({
        type: "warning",
        message: `${error.message} It is sent again: no upload starts a training.`
      });
      await clock.sleep(pauseMs(defaultRetryPolicy, sends, void 0, random) ?? 0, signal).catch(() => {
        throw new CancelledError(doing);
      });
    }
  }
}
function harmless({ code, message, cause }) {
  return new EngineError({
    code: isEngineError(cause) ? cause.code : code,
    message: isEngineError(cause) ? cause.message : message,
    remedy: "Nothing was started: run it again when the storage answers.",
    cause
  });
}
var noEvaluationUrl = () => new EngineError({
  code: "unexpected-answer",
  message: "Could not upload the evaluation data: the vendor gave no address for it.",
  remedy: "Train without evaluation data."
});

// packages/prediction-one/src/training/upload-to-fresh-urls.ts
var maxUrls2 = 2;
async function uploadToFreshUrls(context, files, onIssued) {
  const { client, signal, progress } = context;
  const extension = /\.([^.]+)$/.exec(files.learn.name)?.[1]?.toLowerCase() ?? "csv";
  const replayable = files.learn.replayable && (files.evaluation?.replayable ?? true);
  progress({ type: "phase", title: "Upload the data" });
  for (let asked2 = 1; ; asked2++) {
    const urls2 = await client.getTrainUploadUrls({ extension }, signal);
    await onIssued(urls2.externalProcessId);
    try {
      await uploadFiles(context, urls2, files);
      return urls2.externalProcessId;
    } catch (error) {
      if (!isUploadUrlExpired(error) || asked2 >= maxUrls2 || !replayable) throw error;
      progress({ type: "warning", message: `${error.message} All files are sent again, to new ones.` });
    }
  }
}

// packages/prediction-one/src/training/start-training.ts
async function startTraining(context, ledger, request) {
  const { client, signal, progress } = context;
  const earlier = await ledger.started();
  if (earlier) {
    const message = `Going on with training ${earlier.externalProcessId} of an earlier try, in place of starting another one.`;
    progress({ type: "warning", message });
    if (earlier.phase === "starting") await confirmStarted(client, signal, earlier);
    return earlier;
  }
  const files = await trainingFiles(context, request);
  const modelName = await uniqueName(context, request.modelName);
  const externalProcessId = await uploadToFreshUrls(
    context,
    files,
    (id2) => ledger.keep({ externalProcessId: id2, modelName }, "issued")
  );
  const identity = { externalProcessId, modelName };
  progress({ type: "phase", title: "Start the training" });
  await ledger.keep(identity, "starting");
  const config = toTrainConfig(request);
  try {
    const answer3 = await trainOnce(
      client,
      context,
      { ...identity, name: modelName, config },
      (message) => progress({ type: "warning", message })
    );
    const started = { ...identity, trainProcessId: answer3.externalProcessId };
    await ledger.keep(started, "started");
    return started;
  } catch (error) {
    const open = isCancelled(error) || isEngineError(error) && error.code === "outcome-unknown";
    if (!open) await ledger.keep(identity, "issued");
    throw error;
  }
}

// packages/prediction-one/src/training/training-fingerprint.ts
var trainingFingerprint = (request) => JSON.stringify([
  [request.trainingData, request.evaluationData].map(
    (source) => source && [source.name, source.length ?? null]
  ),
  request.modelName,
  toTrainConfig(request),
  request.columnTypes
]);

// packages/prediction-one/src/training/training-ledger.ts
function idOf({ externalProcessId, trainProcessId, modelName }) {
  const ids = /* @__PURE__ */ new Set([externalProcessId, trainProcessId ?? externalProcessId]);
  return `${[...ids].join(",")}/${modelName}`;
}
function identityOf(id2) {
  const slash = id2.indexOf("/");
  const [externalProcessId = "", trainProcessId] = id2.slice(0, slash).split(",");
  return { externalProcessId, trainProcessId, modelName: id2.slice(slash + 1) };
}
function trainingLedger(jobs, fingerprint) {
  return {
    keep: (identity, phase) => jobs.keep({ vendor, kind: training, id: idOf(identity), phase, fingerprint }),
    async started() {
      const record2 = await jobs.earlier(training, fingerprint);
      if (record2?.phase !== "starting" && record2?.phase !== "started") return void 0;
      return { ...identityOf(record2.id), phase: record2.phase };
    }
  };
}

// packages/prediction-one/src/training/wait-for-training.ts
async function waitForTraining(context, { modelName, externalProcessId, trainProcessId, failureWords: failureWords2, ...wait }) {
  context.progress({ type: "phase", title: "Wait for the training" });
  const job = trainingJob(context.client, { externalProcessId, trainProcessId, failureWords: failureWords2 });
  const outcome = await waitForJob(context, job, wait);
  if (outcome.ended && outcome.snapshot.state !== "succeeded") {
    const { rawStatus, message } = outcome.snapshot;
    throw new EngineError({
      code: "job-failed",
      message: `The training of model "${modelName}" (${externalProcessId}) ended with the status "${rawStatus}"${message ? `: ${message}` : " and no further explanation"}.`,
      remedy: "Check the data, its target column and the settings of the training, then train again."
    });
  }
  return { finished: outcome.ended, status: outcome.snapshot?.result };
}

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
      for (const { field, problem, holds: holds2 } of rules) {
        if (holds2(value)) continue;
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
      holds: ({ columnTypes: columnTypes2 }) => areAskedTypes(columnTypes2)
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
  async run(context, given2) {
    const { client, signal, jobs, progress } = context;
    const ledger = trainingLedger(jobs, trainingFingerprint(given2));
    const identity = await startTraining(context, ledger, given2);
    const { externalProcessId, modelName } = identity;
    const told = { modelName, trainingProcessId: externalProcessId };
    if (!given2.waitForCompletion) return { ...told, finished: false, pending: true };
    const { finished, status } = await waitForTraining(context, { ...given2, ...identity });
    const model2 = finished ? await findModel(context, modelName) : void 0;
    if (finished && !model2) {
      progress({
        type: "warning",
        message: `The training has finished, and no model "${modelName}" is in the list yet: look for its ID later.`
      });
    }
    const resultFile = finished && given2.downloadResult ? await saveDownload(context, {
      doing: `download the result of the training of "${modelName}"`,
      fallbackName: `training-result-${externalProcessId}`,
      freshUrl: async () => (await trainingJob(client, identity).read(signal)).result?.resultUrl
    }) : void 0;
    return {
      ...told,
      modelId: model2?.modelId,
      status: status?.status,
      finished,
      pending: !finished,
      resultFile
    };
  }
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
  async run(context, given2) {
    const { classifierId, startOrStop, allowedSources: allowedSources2, deniedSources: deniedSources2, editable } = given2;
    const changed = await updateClassifierSurely(context.client, context, classifierId, ({ rules }) => ({
      active: startOrStop === "keep" ? void 0 : startOrStop === "start",
      isEditable: editable,
      rules: allowedSources2 === void 0 && deniedSources2 === void 0 ? void 0 : accessRules(
        allowedSources2 ?? sourcesOf(rules, "allow"),
        deniedSources2 ?? sourcesOf(rules, "deny")
      )
    }));
    if (deniedSources2?.length && sourcesOf(changed.rules, "allow").length > 0)
      context.progress({ type: "warning", message: undocumentedOrder });
    if (startOrStop === "keep" || !given2.waitForCompletion) {
      return { ...classifierOutput(changed, given2.includeKey), pending: startOrStop !== "keep" };
    }
    const until = startOrStop === "start" ? "running" : "stopped";
    const { arrived, classifier: classifier2 } = await waitForClassifier(context, { ...given2, classifierId, until });
    return { ...classifierOutput(classifier2 ?? changed, given2.includeKey), pending: !arrived };
  }
});

// packages/prediction-one/src/operations/wait-for-retraining.ts
var { switchOutcome: _, ...outputs } = waitOutputs;
var waitForRetraining2 = defineOperation({
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
  async run(context, inputs4) {
    const retrainJobId = retrainJobIdOf(inputs4.retrainJobId);
    const keyChoice = await retrainKeyFor(context.client, context.signal, inputs4);
    const { finished, status } = await waitForRetraining(context, { ...inputs4, retrainJobId, keyChoice });
    const resultFile = finished && inputs4.downloadResult ? await saveResult(context, { retrainJobId, keyChoice }) : void 0;
    return outputsOf(retrainJobId, { status, finished, resultFile });
  }
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
    waitForRetraining2,
    downloadResult,
    switchModel2,
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
  createClient({ transport, given: given2, clock, secrets, warn }) {
    const keys2 = Object.entries(keyInputs).flatMap(([kind, input]) => {
      const key = given2[input];
      return key === void 0 ? [] : [[kind, { authorizer: headerKey("x-api-key", key, secrets) }]];
    });
    const managementUrl = given2["management-url"];
    return createPredictionOneClient({
      transport,
      keys: Object.fromEntries(keys2),
      region: given2["region"] === "international" ? "international" : "japan",
      managementUrl,
      clock,
      secrets,
      warn
    });
  }
};
export {
  predictionOneHost
};
