import {
  codeOfStatus
} from "./chunk-OQ2WWW7T.mjs";
import {
  jsonFields
} from "./chunk-WTLKQS7A.mjs";
import {
  isApiError
} from "./chunk-VDHEZRE2.mjs";

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
  const text = normal(message ?? "");
  return byMessage.get(text) ?? byCode[code ?? ""] ?? (text.startsWith("status is not running") ? "not-running" : void 0);
}

// packages/prediction-one/src/client/read-failure.ts
var isFields = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
var textOf = (value) => typeof value === "string" ? value : typeof value === "number" ? String(value) : void 0;
function bodies(answer) {
  if (answer === void 0) return [];
  const first = Array.isArray(answer["errors"]) ? answer["errors"][0] : void 0;
  return [answer, answer["error"], first].filter(isFields);
}
function readFailure(answer) {
  const candidates = bodies(jsonFields(answer.text));
  const find = (name) => candidates.map((body) => textOf(body[name])).find((value) => value !== void 0);
  const vendorCode = find("code");
  const message = find("message");
  const word = find("error");
  const fault = knownFault(vendorCode, message) ?? knownFault(void 0, word);
  const ok = answer.status >= 200 && answer.status < 300;
  if (fault === void 0 && vendorCode === void 0 && (ok || (message ?? word) === void 0)) {
    return void 0;
  }
  const hinted = ok ? Number(vendorCode?.slice(0, 3)) : answer.status;
  return {
    vendorCode,
    vendorMessage: message ?? word ?? "",
    ...fault ? { ...knownFaults[fault], retryable: false } : {},
    ...!fault && ok && hinted >= 400 ? { code: codeOfStatus(hinted) } : {},
    ...!fault && word === "ACCESS_DENIED" ? { remedy: accessDenied } : {},
    ...!fault && word !== "ACCESS_DENIED" && codeOfStatus(hinted) === "rejected" ? { remedy: undocumented } : {}
  };
}
var undocumented = "The vendor does not document this error. Correct what its message names; if that does not help, send the message to its support.";
var accessDenied = "Check the key and the URL of the prediction API. A trial API stops answering after 100 requests.";
function faultOf(error) {
  return isApiError(error) ? knownFault(error.vendorCode, error.vendorMessage) : void 0;
}

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

// packages/prediction-one/src/client/is-missing-api.ts
var isMissingApi = (error) => isApiError(error) && error.vendorCode === void 0 && (error.status === 403 || error.status === 404);

export {
  isMissingApi,
  readFailure,
  faultOf,
  keyWords
};
