import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
const { statSync: statSync2, globSync, statSync, lstatSync, mkdtempSync, realpathSync, appendFileSync, writeSync } = process.getBuiltinModule('node:fs');
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __require = /* @__PURE__ */ ((x) => typeof require !== "undefined" ? require : typeof Proxy !== "undefined" ? new Proxy(x, {
  get: (a, b) => (typeof require !== "undefined" ? require : a)[b]
}) : x)(function(x) {
  if (typeof require !== "undefined") return require.apply(this, arguments);
  throw Error('Dynamic require of "' + x + '" is not supported');
});
var __commonJS = (cb, mod) => function __require2() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));

// packages/http/src/errors/one-line.ts
var unprintable = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu;
function oneLine(text, maxLength3) {
  const flat = text.replace(unprintable, " ");
  return flat.length <= maxLength3 ? flat : `${flat.slice(0, maxLength3)}...`;
}

// packages/http/src/errors/engine-error.ts
var brand = /* @__PURE__ */ Symbol.for("modelferry.error");
var maxLength = 5e3;
var EngineError = class extends Error {
  code;
  remedy;
  constructor(options) {
    super(
      oneLine(options.message, maxLength),
      options.cause === void 0 ? void 0 : { cause: options.cause }
    );
    this.name = "EngineError";
    this.code = options.code;
    this.remedy = options.remedy && oneLine(options.remedy, maxLength);
    Object.defineProperty(this, brand, { value: true });
  }
};
function isEngineError(value) {
  return typeof value === "object" && value !== null && brand in value;
}

// packages/http/src/errors/cancelled-error.ts
var CancelledError = class extends EngineError {
  constructor(doing) {
    super({ code: "cancelled", message: `Stopped on request while trying to ${doing}.` });
    this.name = "CancelledError";
  }
};
function isCancelled(value) {
  return isEngineError(value) && value.code === "cancelled";
}

// apps/github-action/src/cancel/stop-signals.ts
var stopSignals = ["SIGINT", "SIGTERM", "SIGBREAK"];
function abortOnCancel(stop, doing) {
  for (const name of stopSignals) process.on(name, () => stop.abort(new CancelledError(doing)));
}
var isCancelled2 = ({ aborted, reason }) => aborted && reason instanceof CancelledError;

// apps/github-action/src/cancel/abort-on-unforeseen.ts
function abortOnUnforeseen(stop) {
  for (const event of ["uncaughtException", "unhandledRejection"]) {
    process.on(event, (error) => stop.abort(error));
  }
}

// apps/github-action/src/inputs/input-text.ts
function inputText(env, name) {
  const text = env[`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`]?.trim();
  return text === "" ? void 0 : text;
}

// apps/github-action/src/run/settled-soon.ts
async function settledSoon(work, signal, graceMs2 = 1e3) {
  let timer;
  const patience = new Promise((_, reject) => {
    const start = () => timer = setTimeout(() => reject(signal.reason), graceMs2);
    if (signal.aborted) start();
    else signal.addEventListener("abort", start, { once: true });
  });
  try {
    return await Promise.race([work, patience]);
  } finally {
    clearTimeout(timer);
    work.catch(() => void 0);
    patience.catch(() => void 0);
  }
}

// packages/http/src/retry-policy.ts
var defaultRetryPolicy = {
  maxAttempts: 5,
  baseDelayMs: 1e3,
  maxDelayMs: 8e3,
  maxRetryAfterMs: 6e4,
  totalTimeoutMs: 18e4
};
var transientStatuses = /* @__PURE__ */ new Set([408, 429, 500, 502, 503, 504, 570]);
var isTransientStatus = (status) => transientStatuses.has(status);
function pauseMs(policy, attempt, retryAfter, random) {
  if (retryAfter !== void 0) return retryAfter <= policy.maxRetryAfterMs ? retryAfter : void 0;
  const bound = Math.min(policy.maxDelayMs, policy.baseDelayMs * 2 ** Math.min(attempt - 1, 64));
  return Math.max(policy.minDelayMs ?? 0, bound * random());
}

// packages/http/src/errors/api-error.ts
var ApiError = class extends EngineError {
  status;
  vendorCode;
  vendorMessage;
  requestId;
  retryAfterMs;
  retryable;
  constructor(options) {
    super(options);
    this.name = "ApiError";
    this.status = options.status;
    this.vendorCode = options.vendorCode;
    this.vendorMessage = options.vendorMessage;
    this.requestId = options.requestId;
    this.retryAfterMs = options.retryAfterMs;
    this.retryable = options.retryable ?? isTransientStatus(options.status);
  }
};
function isApiError(value) {
  return isEngineError(value) && "status" in value;
}

// packages/http/src/errors/input-error.ts
var InputError = class extends EngineError {
  faults;
  constructor(faults, nameOf = (field) => field) {
    super({
      code: "invalid-input",
      message: faults.map(({ field, problem }) => `${nameOf(field)}: ${problem}`).join("; ") + ".",
      remedy: faults.flatMap(({ remedy }) => remedy ?? []).join(" ") || void 0
    });
    this.name = "InputError";
    this.faults = faults;
  }
};
function isInputError(value) {
  return isEngineError(value) && "faults" in value;
}

// packages/http/src/errors/message-of.ts
var messageOf = (thrown) => thrown instanceof Error ? thrown.message : String(thrown);

// apps/github-action/src/face/host-inputs.ts
var hostInputNames = {
  outputDir: "output-dir",
  ifNoFilesFound: "if-no-files-found",
  onTimeout: "on-timeout",
  onCancel: "on-cancel"
};
var asked = { required: false, secret: false };
function hostInputs(operation) {
  const kinds = new Set(operation.inputFields.map(({ kind }) => kind));
  const reads = kinds.has("file") || kinds.has("rows");
  const saves = operation.result === "rows" || operation.outputFields.some(({ kind }) => kind === "saved-file");
  return [
    ...waitsForJob(operation) ? [whenOver("timeout", operation), whenOver("cancel", operation)] : [],
    ...reads ? [ifNoFilesFound] : [],
    ...saves ? [outputDir] : []
  ];
}
var waitsForJob = ({ outputFields }) => outputFields.some(({ name }) => name === "pending");
var ifNoFilesFound = {
  ...asked,
  name: hostInputNames.ifNoFilesFound,
  type: "enum",
  description: "What to do when a path or glob matches no file. One of: error (fail the step), warn (end it well, with a warning and nothing done), ignore (the same without the warning).",
  default: "error",
  choices: ["error", "warn", "ignore"]
};
var outputDir = {
  ...asked,
  name: hostInputNames.outputDir,
  type: "path",
  description: "Folder for the files that the step makes, inside the workspace or the temporary folder of the runner. A fresh temporary folder where none is given.",
  example: "results"
};
function whenOver(what, { cancellable, outputFields }) {
  const when = what === "timeout" ? "What becomes of the job when the timeout comes first; the step fails either way" : "What becomes of the job when the run is cancelled";
  const isNamed = outputFields.some(({ name }) => name === "resumeToken");
  const detach = isNamed ? "detach (let it go on, and print how to wait for it later)" : "detach (let it go on)";
  const words2 = cancellable ? `One of: abort (end it at the vendor), ${detach}.` : `Only ${detach}: the vendor documents no way to end it.`;
  return {
    ...asked,
    name: what === "timeout" ? hostInputNames.onTimeout : hostInputNames.onCancel,
    type: "enum",
    description: `${when}. ${words2}`,
    default: cancellable ? "abort" : "detach",
    choices: cancellable ? ["abort", "detach"] : ["detach"]
  };
}

// apps/github-action/src/face/host-outputs.ts
var stepOutcomes = ["succeeded", "failed", "timed-out", "cancelled", "skipped"];
var hostOutputs = [
  {
    name: "outcome",
    type: "enum",
    description: `How the step ended. One of: ${stepOutcomes.join(", ")}`,
    choices: stepOutcomes
  },
  {
    name: "duration-seconds",
    type: "integer",
    description: "How long the step took, in whole seconds"
  }
];

// apps/github-action/src/face/input-name.ts
var kebabCase = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
var isJobId = (name) => /(^j|J)obId$/.test(name);
function inputName({ name, kind }) {
  if (kind === "rows") return "file";
  if (name === "waitForCompletion") return "wait";
  if (isJobId(name)) return "job-id";
  return kebabCase(kind === "duration" ? name.replace(/Ms$/, "") : name);
}
function outputName({ name, kind }) {
  if (isJobId(name)) return "job-id";
  if (kind === "saved-file") return `${kebabCase(name.replace(/File$/, ""))}-path`;
  return kebabCase(name);
}

// apps/github-action/src/text/lower-first.ts
var lowerFirst = (text) => text.charAt(0).toLowerCase() + text.slice(1);

// apps/github-action/src/text/upper-first.ts
var upperFirst = (text) => text.charAt(0).toUpperCase() + text.slice(1);

// apps/github-action/src/face/short-duration.ts
var units = [
  ["d", 864e5],
  ["h", 36e5],
  ["m", 6e4],
  ["s", 1e3]
];
function shortDuration(ms) {
  if (ms === 0) return "0s";
  const [unit, size] = units.find(([, one]) => ms % one === 0) ?? ["ms", 1];
  return `${ms / size}${unit}`;
}

// apps/github-action/src/face/operation-input.ts
var types = {
  flag: "boolean",
  count: "integer",
  number: "float",
  duration: "duration",
  choice: "enum",
  texts: "list",
  file: "path",
  rows: "path",
  link: "url"
};
var operationInput = (field) => ({
  name: inputName(field),
  type: types[field.kind] ?? "string",
  description: `${field.description}.${bounds(field)}`,
  example: exampleOf(field),
  required: field.required,
  default: defaultText(field),
  choices: field.kind === "choice" ? Object.keys(field.choices) : void 0,
  secret: false,
  field
});
function bounds(field) {
  switch (field.kind) {
    case "choice":
      return ` One of: ${Object.entries(field.choices).map(([word, { description }]) => description ? `${word} (${lowerFirst(description)})` : word).join(", ")}.`;
    case "duration":
      return ` Between ${shortDuration(field.minMs)} and ${shortDuration(field.maxMs)}.`;
    case "count":
    case "number": {
      const { min, max } = field;
      if (min !== void 0 && max !== void 0) return ` Between ${min} and ${max}.`;
      return min !== void 0 ? ` At least ${min}.` : max !== void 0 ? ` At most ${max}.` : "";
    }
    case "texts":
      return ` One per line${field.choices ? `, out of: ${Object.keys(field.choices).join(", ")}` : ""}.`;
    case "file":
      return ` ${upperFirst(pathForms(field))}.`;
    case "rows":
      return " Path or glob of one CSV file with a header line.";
    default:
      return "";
  }
}
function pathForms({ extensions, folder }) {
  const file = `path or glob that matches one file${extensions ? ` (${extensions.join(", ")})` : ""}`;
  if (!folder) return file;
  const { ignoreFiles } = folder;
  const out = `${ignoreFiles.join(" and ")} ${ignoreFiles.length === 1 ? "leaves" : "leave"} out`;
  return `path of a folder, which is packed without what its ${out}; or ${file}`;
}
function exampleOf(field) {
  if (field.placeholder) return field.placeholder.replace(/^e\.g\. /, "");
  switch (field.kind) {
    case "duration":
      return shortDuration(Math.min(field.maxMs, 2 * (Number(field.default ?? 0) || 5 * 6e4)));
    case "file":
      if (field.folder) return `./${inputName(field)}`;
      return `data/${inputName(field)}.${field.extensions?.[0] ?? "csv"}`;
    case "rows":
      return "data/new-rows.csv";
    default:
      return void 0;
  }
}
function defaultText(field) {
  const value = field.default ?? "";
  if (field.kind === "duration" && value !== "") return shortDuration(Number(value));
  return (Array.isArray(value) ? value.join("\n") : String(value)) || void 0;
}

// apps/github-action/src/face/is-figures.ts
var isFigures = (field) => field.kind === "any" && field.isFigures === true;

// apps/github-action/src/face/operation-outputs.ts
var inFilesOnly = /* @__PURE__ */ new Set(["rows", "any", "record", "records"]);
var types2 = {
  flag: "boolean",
  count: "integer",
  duration: "integer",
  number: "float",
  choice: "enum",
  texts: "list",
  "saved-file": "path"
};
var operationOutputs = ({ result, outputFields }) => result === "one" ? outputFields.filter(isShort).map(outputOf) : rowOutputs;
var isShort = (field) => !inFilesOnly.has(field.kind) || isFigures(field);
function outputOf(field) {
  const choices = field.kind === "choice" ? Object.keys(field.choices) : void 0;
  const what = words(field);
  return {
    name: outputName(field),
    type: types2[field.kind] ?? "string",
    description: choices ? `${what}. One of: ${choices.join(", ")}` : what,
    choices,
    field
  };
}
function words(field) {
  if (isFigures(field)) return `${field.description}, as JSON`;
  return field.kind === "saved-file" ? `Path of a file: ${lowerFirst(field.description)}` : field.description;
}
var rowOutputs = [
  { name: "result-path", type: "path", description: "Path of the CSV file with a line for each row" },
  { name: "rows", type: "integer", description: "Number of rows" },
  { name: "failed-rows", type: "integer", description: "Number of rows that got no result" }
];

// apps/github-action/src/face/workflow-words.ts
var elsewhere = / in the credential\b/g;
function workflowWords({ inputs }, text) {
  const names = new Map(inputs.flatMap((input) => calledOf(input).map((called2) => [called2, input.name])));
  if (names.size === 0) return text;
  const longestFirst = [...names.keys()].sort((a, b) => b.length - a.length).map(inText);
  const called = new RegExp(`(?<![\\w\`])(?:${longestFirst.join("|")})(?!\\w|: [A-Z])`, "g");
  return text.replace(elsewhere, "").replace(called, (name) => `\`${names.get(name)}\``);
}
var inText = (called) => called.includes(" ") ? called : `(?<=where )${called}(?= is given)`;
function calledOf({ name, field, called = field?.title }) {
  if (!called) return [];
  return name === "job-id" && called.includes(" ") ? [called, called.replace(/[A-Z](?=[a-z])/g, (letter) => letter.toLowerCase())] : [called];
}

// apps/github-action/src/face/action-face.ts
var stepsOf = ({ operations }) => operations.filter((one) => one.ciStep !== void 0);
function actionFace(catalog, credentials, operation) {
  const { ciStep: step } = operation;
  const forms = operation.inputFields.map(operationInput);
  const named = { inputs: forms.filter(({ name }) => name !== "job-id") };
  const inWords = (one) => ({
    ...one,
    get description() {
      return workflowWords(named, one.description);
    }
  });
  const fields = forms.map(inWords);
  const isMain = ({ required, field }) => required || field?.advanced !== true;
  return {
    vendor: catalog.vendor,
    step,
    title: `${catalog.title}: ${operation.action}`,
    description: operation.summary,
    inputs: [
      ...credentials.filter(({ steps }) => steps?.includes(step) ?? true).map(credentialInput),
      ...fields.filter(isMain),
      ...hostInputs(operation),
      ...fields.filter((input) => !isMain(input))
    ],
    outputs: [...operationOutputs(operation).map(inWords), ...hostOutputs]
  };
}
var credentialInput = ({ steps: _, isUrl = false, called, ...credential }) => ({
  ...credential,
  isCredential: true,
  called: called ?? credential.name.replaceAll("-", " "),
  type: isUrl ? "url" : credential.choices ? "enum" : "string"
});

// apps/github-action/src/face/fault-in-workflow.ts
var faultInWorkflow = (face, { field, problem, remedy }) => ({
  field: face.inputs.find((input) => input.field?.name === field)?.name ?? field,
  problem: workflowWords(face, problem),
  remedy: remedy === void 0 ? void 0 : workflowWords(face, remedy)
});

// apps/github-action/src/face/secret-of.ts
var secretOf = (vendor, inputName2) => `\${{ secrets.${`${vendor}-${inputName2.replace(`${vendor}-`, "")}`.replaceAll("-", "_").toUpperCase()} }}`;

// apps/github-action/src/outcome/step-report.ts
var emptyReport = { facts: [], files: [], outputs: {} };

// apps/github-action/src/outcome/failure.ts
function failureOf(error, face, doing) {
  const stack = error instanceof Error ? error.stack : void 0;
  if (!isEngineError(error)) {
    const said = messageOf(error);
    return {
      failure: `Could not ${lowerFirst(doing)}: ${said}`,
      next: [
        "This was not foreseen. Run the job again with debug logging on, and report what it shows to the makers of this action."
      ],
      stack
    };
  }
  if (isInputError(error)) return { ...inputFailure(error.faults, face), stack };
  const requestId = isApiError(error) ? error.requestId : void 0;
  const request = requestId === void 0 || error.message.includes(requestId) ? [] : [`The request ID is ${requestId}.`];
  return {
    failure: withOneStop(error.message),
    next: [...error.remedy === void 0 ? [] : [workflowWords(face, error.remedy)], ...request],
    stack
  };
}
function inputFailure(faults, face) {
  return {
    failure: faults.length === 1 ? "An input is wrong." : `${faults.length} inputs are wrong.`,
    details: faults.map((fault) => faultInWorkflow(face, fault)).map(({ field, problem, remedy }) => `${field}: ${problem}.${remedy ? ` ${remedy}` : ""}`)
  };
}
var failedReport = (error, face, doing) => ({
  ...emptyReport,
  outcome: error instanceof CancelledError ? "cancelled" : "failed",
  doing,
  ...failureOf(error, face, doing)
});
var withOneStop = (text) => text.replace(/([^.])\.\.$/, "$1.");

// packages/operation/src/duration.ts
var unitsMs = [
  ["d", 864e5],
  ["h", 36e5],
  ["m", 6e4],
  ["s", 1e3]
];
function formatDuration(ms) {
  if (ms < 1e3) return `${Math.round(ms)} ms`;
  let rest = Math.round(ms / 1e3) * 1e3;
  const parts = [];
  for (const [unit, size] of unitsMs) {
    const whole = Math.floor(rest / size);
    if (whole > 0) parts.push(`${whole} ${unit}`);
    rest -= whole * size;
  }
  return parts.join(" ");
}
var part = /^(\d+(?:\.\d+)?)\s*(ms|s|m|h|d)\s*/i;
function parseDuration(text) {
  let rest = text.trim();
  if (/^\d+(\.\d+)?$/.test(rest)) return Number(rest) * 1e3;
  if (rest === "") return void 0;
  let totalMs = 0;
  while (rest !== "") {
    const match = part.exec(rest);
    if (!match) return void 0;
    const unit = (match[2] ?? "").toLowerCase();
    totalMs += Number(match[1]) * (unit === "ms" ? 1 : unitsMs.find(([name]) => name === unit)?.[1] ?? 0);
    rest = rest.slice(match[0].length);
  }
  return totalMs;
}

// apps/github-action/src/log/amounts.ts
var units2 = ["kB", "MB", "GB", "TB"];
function amountOf(bytes) {
  if (bytes < 1e3) return `${Math.round(bytes)} ${bytes === 1 ? "byte" : "bytes"}`;
  let amount = bytes;
  let unit = -1;
  do {
    amount /= 1e3;
    unit += 1;
  } while (amount >= 999.95 && unit < units2.length - 1);
  return `${amount.toFixed(1)} ${units2[unit]}`;
}
function timeOf(ms) {
  const grain = ms < 1e3 ? 1 : ms < 10 * 6e4 ? 1e3 : 6e4;
  return formatDuration(Math.round(ms / grain) * grain).replace(/(\d) /g, "$1");
}

// apps/github-action/src/text/visible.ts
var unseen = /[^\P{Cc}\r\n\t\u0085]|[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
var plain = /^[\r\n\t\x20-\x7e]*$/;
var visible = (text) => plain.test(text) ? text : text.replace(unseen, "");

// apps/github-action/src/log/sanitize.ts
var lineEnds = /\r\n?|[\u0085\u2028\u2029]/g;
var sanitize = (text) => visible(text).replace(lineEnds, "\n").split("\n").map((line) => line.replace(/^(\s*):(?=:)/, "$1: ").replaceAll("##[", "# #[")).join("\n");

// apps/github-action/src/outcome/outcome-words.ts
var outcomeWords = {
  succeeded: { sign: "\u2705", words: "succeeded" },
  failed: { sign: "\u274C", words: "failed" },
  "timed-out": { sign: "\u231B", words: "timed out" },
  cancelled: { sign: "\u23F9\uFE0F", words: "was cancelled" },
  skipped: { sign: "\u23ED\uFE0F", words: "was skipped" }
};

// apps/github-action/src/summary/escape.ts
var signs = /[&<>`*[\]#|~\\@$]/g;
var emphasis = /(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g;
var colons = /:(?=\/\/)|:(?=[a-z_+-][\w+-]*:)/gi;
var entity = (sign) => `&#${sign.codePointAt(0)};`;
var escape = (text) => onOneLine(text).replace(signs, entity).replace(emphasis, entity).replace(colons, entity).replace(/\b(www)\./gi, "$1&#46;");
var escapeAttribute = (text) => escape(text).replaceAll('"', entity);
var escapeSentence = (text) => escape(text).replace(/&#96;([a-z][a-z0-9-]*)&#96;/g, "`$1`");
function code(text) {
  const line = onOneLine(text);
  if (line === "") return "";
  return /[`|\\]/.test(line) ? `<code>${escape(line)}</code>` : `\`${line}\``;
}
var onOneLine = (text) => visible(text.replace(/\s+/g, " ")).replaceAll("\x85", " ").trim();

// apps/github-action/src/summary/facts-table.ts
var maxValueLength = 500;
function factsTable(facts, redact) {
  if (facts.length === 0) return [];
  return [
    "| | |",
    "| --- | --- |",
    ...facts.map((fact) => `| ${escape(fact.title)} | ${cell(fact, redact)} |`)
  ];
}
function cell({ value, exact, url: url2, note }, redact) {
  const shown = redact(value);
  const text = shown.length > maxValueLength ? `${shown.slice(0, maxValueLength)}...` : shown;
  if (url2 !== void 0 && /^https:\/\//.test(url2))
    return `<a href="${escapeAttribute(redact(url2))}">${escape(text)}</a>`;
  return `${exact ? code(text) : escape(text)}${note === void 0 ? "" : ` (${escape(redact(note))})`}`;
}

// packages/operation/src/figures-text.ts
var digits = 6;
var maxFigures = 10;
var figureName = ({ stage, name }) => stage === void 0 ? name : `${stage}.${name}`;
var figureValue = ({ value, total }) => `${short(value)}${total === void 0 ? "" : ` of ${short(total)}`}`;
function figuresText(figures = []) {
  if (figures.length === 0) return void 0;
  const shown = figures.slice(0, maxFigures).map((figure) => `${figureName(figure)} ${figureValue(figure)}`);
  const left = figures.length - shown.length;
  return [...shown, ...left > 0 ? [`${left} more`] : []].join(", ");
}
var short = (value) => typeof value === "number" ? String(Number(value.toPrecision(digits))) : value;

// apps/github-action/src/summary/figures-table.ts
var maxColumns = 8;
function figuresTable(times, redact) {
  const names = [...new Set(times.flat().map(figureName))];
  if (names.length === 0) return [];
  const shown = names.slice(0, maxColumns);
  const left = names.length - shown.length;
  const line = (cells) => `| ${cells.map((cell2) => escape(redact(cell2))).join(" | ")} |`;
  const valueIn = (figures, name) => {
    const found = figures.find((figure) => figureName(figure) === name);
    return found ? figureValue(found) : "";
  };
  return [
    `What the job told of its work${times.length > 1 ? ", the newest last" : ""}${left > 0 ? ` (${left} more ${left === 1 ? "figure" : "figures"} left out)` : ""}:`,
    "",
    line(shown),
    `|${" ---: |".repeat(shown.length)}`,
    ...times.map((figures) => line(shown.map((name) => valueIn(figures, name))))
  ];
}

// apps/github-action/src/summary/snippet-block.ts
function snippetBlock(snippet, redact) {
  if (snippet === void 0) return [];
  const lines = redact(snippet).split("\n");
  const runs = lines.flatMap((line) => line.match(/`+/g) ?? []);
  const longest = Math.max(2, ...runs.map(({ length }) => length));
  const fence = "`".repeat(longest + 1);
  return [`${fence}yaml`, ...lines, fence];
}

// apps/github-action/src/summary/step-summary.ts
var maxLines = 50;
var maxLineLength = 1e3;
async function stepSummary(report, options) {
  const { redact, headline, tookMs, warnings } = options;
  const { outcome, failure, details = [], next = [], snippet, facts, figures = [], files } = report;
  const safe = (text) => escapeSentence(redact(text).slice(0, maxLineLength));
  const list = (lines) => lines.slice(0, maxLines).map((line) => `- ${safe(line)}`);
  const blocks = [
    [`### ${outcomeWords[outcome].sign} ${escape(redact(headline))}`],
    failure === void 0 ? [] : [safe(failure)],
    details.length > 1 ? list(details) : details.map(safe),
    // A step that ended before it began has nothing to show, and took no time worth a word
    factsTable(facts.length === 0 ? [] : [...facts, { title: "Duration", value: timeOf(tookMs) }], redact),
    figuresTable(figures, redact),
    next.length === 0 ? [] : [`**What to do next:** ${next.map(safe).join(" ")}`],
    snippetBlock(snippet, redact)
  ];
  if (files.length > 0) {
    const { previewTable } = await import("./preview-table-PCLFKZLL.mjs");
    for (const file of files) blocks.push(await previewTable(file, redact));
  }
  if (warnings.length > 0) {
    const summary = `${warnings.length} ${warnings.length === 1 ? "warning" : "warnings"}`;
    blocks.push(["<details>", `<summary>${summary}</summary>`, "", ...list(warnings), "", "</details>"]);
  }
  return `${blocks.filter((block) => block.length > 0).map((block) => block.join("\n")).join("\n\n")}

`;
}

// apps/github-action/src/outcome/tell-report.ts
var maxOutputLength = 16e3;
async function tellReport(stage, report) {
  const { log, runner, secrets } = stage;
  const tookMs = Date.now() - stage.startedAtMs;
  const fit = (text) => sanitize(secrets.redact(text)).slice(0, maxOutputLength);
  for (const [name, value] of Object.entries(report.outputs)) runner.setOutput(name, fit(value));
  runner.setOutput("outcome", report.outcome);
  runner.setOutput("duration-seconds", String(Math.round(tookMs / 1e3)));
  process.exitCode = report.failure === void 0 ? 0 : 1;
  log.endGroup();
  const headline = `${report.doing} ${report.words ?? outcomeWords[report.outcome].words}`;
  const warnings = [...log.warnings];
  const said = whatHappened(report);
  const advice = whatToDo(report);
  if (report.failure === void 0) {
    for (const line of said) (report.isWarning ? log.warning : log.line)(line);
    for (const line of [`${headline} (${timeOf(tookMs)})`, ...advice]) log.line(line);
  } else {
    log.error(headline, said.join("\n"), advice.join("\n"));
    if (report.stack !== void 0) log.debug(report.stack);
  }
  try {
    runner.addSummary(await stepSummary(report, { headline, tookMs, warnings, redact: secrets.redact }));
  } catch (error) {
    log.warning(`The step summary could not be made: ${String(error)}`);
  }
}
var whatHappened = ({ failure, details = [] }) => [
  ...failure === void 0 ? [] : [failure],
  ...details.length > 1 ? details.map((line) => `- ${line}`) : details
];
var whatToDo = ({ next = [], snippet }) => [
  ...next,
  ...snippet === void 0 ? [] : [snippet]
];

// apps/github-action/src/outcome/reported.ts
var lastWordMs = 8500;
var nowhere = [{ inputs: [] }, "Run the step"];
async function reported(stage, perform, signal) {
  process.exitCode = 1;
  const report = await settledSoon(perform(), signal, lastWordMs).catch(
    (error) => failedReport(error, ...nowhere)
  );
  const isUnheard = signal.aborted && !isCancelled2(signal) && report.failure === void 0;
  await tellReport(
    stage,
    isUnheard ? { ...report, ...failureOf(signal.reason, ...nowhere), outcome: "failed" } : report
  );
}

// apps/github-action/src/inputs/open-input-file.ts
import { resolve as resolve2 } from "node:path";

// apps/github-action/src/text/shown-path.ts
import { isAbsolute, relative } from "node:path";
function shownPath(path, workspace) {
  const below = relative(workspace, path);
  return below === "" || below.startsWith("..") || isAbsolute(below) ? path : below;
}

// apps/github-action/src/inputs/find-files.ts
import { resolve } from "node:path";
var globSigns = /[*?[\]{}!()]/;
function findFiles(pattern, workspace) {
  const path = resolve(workspace, pattern);
  if (isFile(path)) return [path];
  if (!globSigns.test(pattern)) return [];
  return globSync(pattern, { cwd: workspace }).map((found) => resolve(workspace, found)).filter(isFile).sort();
}
var isFile = (path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

// apps/github-action/src/inputs/open-input-file.ts
var maxNamed = 5;
var level = 1;
async function openInputFile(field, pattern, access) {
  const { workspace, signal } = access;
  const refuse = (fault) => new InputError([{ field: field.name, ...fault }]);
  const whole = resolve2(workspace, pattern);
  const [path, ...others] = isFolder(whole) ? [whole] : findFiles(pattern, workspace);
  if (path === void 0) return void 0;
  if (isFolder(path) && !packingOf(field)) {
    throw refuse({ problem: `"${pattern}" is a folder`, remedy: "Name one file in it." });
  }
  if (others.length > 0) {
    const named = [path, ...others].slice(0, maxNamed).map((one) => shownPath(one, workspace));
    const more = others.length >= maxNamed ? ", ..." : "";
    throw refuse({
      problem: `matches ${others.length + 1} files (${named.join(", ")}${more}), and one is needed`,
      remedy: "Name one of them, or use a matrix to run the step for each."
    });
  }
  try {
    return { value: await open(field, path, signal) };
  } catch (error) {
    if (!isEngineError(error) || error.code !== "invalid-input") throw error;
    throw refuse({ problem: `cannot be used: ${error.message.replace(/\.$/, "")}`, remedy: error.remedy });
  }
}
async function open(field, path, signal) {
  if (field.kind === "rows") return (await import("./read-rows-XAE65AGH.mjs")).readRows(path);
  const packing = packingOf(field);
  if (packing && isFolder(path)) {
    return (await import("./folder-source-X364O4NI.mjs")).folderSource({ ...packing, root: path, level, signal });
  }
  return (await import("./file-source-IV7LBT3J.mjs")).fileSource(path);
}
var packingOf = (field) => field.kind === "file" ? field.folder : void 0;
var isFolder = (path) => statSync2(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

// apps/github-action/src/inputs/secret-remedy.ts
var secretRemedy = "Pass it from secrets, and check that the secret is set where this workflow runs: GitHub gives none to pull requests from forks.";

// apps/github-action/src/inputs/login-faults.ts
function loginFaults(inputs, given) {
  const logins = [...new Set(inputs.flatMap(({ login }) => login ?? []))];
  const ways = logins.map((login) => inputs.filter((input) => input.login === login));
  const isGiven = ({ name }) => given.has(name);
  const [begun, ...others] = ways.filter((way) => way.some(isGiven));
  if (begun === void 0) {
    const remedy = `Give ${ways.map(namesOf).join(", or ")}. ${secretRemedy}`;
    return ways.slice(0, 1).map(([first]) => ({ field: first?.name ?? "", problem: "is required", remedy }));
  }
  const here = namesOf(begun.filter(isGiven));
  const half = begun.filter((input) => !isGiven(input));
  return [
    ...half.map(({ name, secret }) => ({
      field: name,
      problem: `is required with ${here}`,
      ...secret && { remedy: secretRemedy }
    })),
    ...others.flat().filter(isGiven).map(({ name }) => ({ field: name, problem: `must be left out beside ${here}: one way in is enough` }))
  ];
}
var namesOf = (inputs) => inputs.map(({ name }) => `\`${name}\``).join(" and ");

// apps/github-action/src/inputs/read-credentials.ts
var minSecretLength = 4;
function readCredentials(inputs, env) {
  const given = {};
  const faults = [];
  for (const input of inputs) {
    const text = inputText(env, input.name) ?? input.default;
    const fault = text === void 0 ? missing(input) : unfit(input, text);
    if (fault) faults.push(fault);
    else if (text !== void 0) given[input.name] = text;
  }
  const known = /* @__PURE__ */ new Set([...Object.keys(given), ...faults.map(({ field }) => field)]);
  return { given, faults: [...faults, ...loginFaults(inputs, known)] };
}
var missing = ({ name, required, secret }) => required ? {
  field: name,
  problem: "is required",
  remedy: secret ? secretRemedy : void 0
} : void 0;
function unfit({ name, type, secret, choices, example }, text) {
  if (secret && text.length < minSecretLength) {
    return { field: name, problem: `must have at least ${minSecretLength} characters to be a key` };
  }
  if (secret && /[\r\n]/.test(text)) return { field: name, problem: "must be one line" };
  if (type === "url") {
    const problem = urlProblem(text);
    if (problem !== void 0) {
      return { field: name, problem, ...example !== void 0 && { remedy: `Give, e.g., ${example}.` } };
    }
  }
  if (choices && !choices.includes(text)) {
    return { field: name, problem: `must be one of ${choices.join(", ")}` };
  }
  return void 0;
}
function urlProblem(text) {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) {
    return "must be a URL that starts with https:// or http://";
  }
  const { username, password, search, hash } = new URL(text);
  if (username !== "" || password !== "") return "must have no user name and no password";
  return search !== "" || hash !== "" ? 'must end with its path, before any "?" or "#"' : void 0;
}

// packages/operation/src/nearest.ts
var maxLength2 = 100;
function nearest(given, words2) {
  const typed = given.trim().toLowerCase();
  if (typed === "" || typed.length > maxLength2) return void 0;
  let best;
  let leastSlips = Math.max(1, Math.floor(typed.length / 3)) + 1;
  for (const word of words2) {
    if (Math.abs(word.length - typed.length) >= leastSlips) continue;
    const slips = slipsBetween(typed, word.toLowerCase());
    if (slips < leastSlips) [best, leastSlips] = [word, slips];
  }
  return best;
}
function slipsBetween(from, to) {
  let before = [];
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const changed = row[j - 1] + (from[i - 1] === to[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      const swapped = isSwap ? before[j - 2] + 1 : Infinity;
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, changed, swapped));
    }
    [before, row] = [row, next];
  }
  return row[to.length];
}

// packages/operation/src/perhaps-meant.ts
function perhapsMeant(given, words2) {
  const word = nearest(given, words2);
  return word === void 0 ? void 0 : `Perhaps "${word}" is meant.`;
}

// packages/operation/src/not-one-of.ts
var maxQuoted = 30;
var notOneOf = (given, choices, problem = `must be one of ${choices.join(", ")}`) => given.length > maxQuoted ? { problem } : { problem: `${problem}, not "${given}"`, remedy: perhapsMeant(given, choices) };

// apps/github-action/src/inputs/read-host-inputs.ts
function readHostInputs(inputs, env) {
  const faults = [];
  const choose = (name, otherwise) => {
    const input = inputs.find((one) => one.name === name);
    const text = input && (inputText(env, name) ?? input.default);
    if (text === void 0) return otherwise;
    if (input?.choices?.includes(text)) return text;
    faults.push({ field: name, ...refusal(name, text, input?.choices ?? []) });
    return otherwise;
  };
  const host = {
    outputDir: inputText(env, hostInputNames.outputDir),
    ifNoFilesFound: choose(hostInputNames.ifNoFilesFound, "error"),
    onTimeout: choose(hostInputNames.onTimeout, "detach"),
    onCancel: choose(hostInputNames.onCancel, "detach")
  };
  return { host, faults };
}
function refusal(name, given, choices) {
  if (!choices.includes("abort") && choices.includes("detach")) {
    return {
      problem: "can only be detach: the vendor documents no way to end a job",
      remedy: `Leave out \`${name}\`; the job goes on, and its ID is kept for a later wait.`
    };
  }
  return notOneOf(given, choices);
}

// packages/operation/src/from-text.ts
var yes = /* @__PURE__ */ new Set(["true", "yes", "on", "1"]);
var no = /* @__PURE__ */ new Set(["false", "no", "off", "0"]);
function fromText(field, value) {
  if (typeof value === "number" && (field.kind === "reference" || field.kind === "text"))
    return String(value);
  if (typeof value !== "string") return value;
  const trimmed = value.trim();
  switch (field.kind) {
    case "flag":
      return yes.has(trimmed.toLowerCase()) ? true : no.has(trimmed.toLowerCase()) ? false : value;
    case "count":
    case "number":
      return trimmed !== "" && Number.isFinite(Number(trimmed)) ? Number(trimmed) : value;
    case "duration":
      return parseDuration(trimmed) ?? value;
    case "texts":
      return trimmed.split(/[\n,]/).flatMap((one) => one.trim() || []);
    default:
      return value;
  }
}

// apps/github-action/src/inputs/read-value.ts
var readValue = (field, text) => field.kind === "texts" ? text.split(/\r?\n/).flatMap((line) => line.trim() || []) : fromText(field, text);

// apps/github-action/src/inputs/with-form.ts
var maxToldLength = 80;
var told = /* @__PURE__ */ new Set(["duration", "count", "number"]);
var durations = "Write it as 90s, 15m, 2h or 1h 30m.";
function withForm(face, env, fault) {
  const input = face.inputs.find(({ field: field2 }) => field2?.name === fault.field);
  if (!input?.field) return fault;
  const { name, field } = input;
  const text = inputText(env, name);
  const isTold = text !== void 0 && text.length <= maxToldLength && told.has(field.kind);
  return {
    ...fault,
    problem: isTold ? `${fault.problem}, and is "${text}"` : fault.problem,
    remedy: fault.problem === "must be a length of time" ? durations : fault.remedy?.replace(`Give ${field.title}`, `Give \`${name}\``)
  };
}

// apps/github-action/src/inputs/read-inputs.ts
async function readInputs(request) {
  const { face, operation, env, workspace, signal } = request;
  const hostNames = new Set(Object.values(hostInputNames));
  const ofHost = face.inputs.filter(({ name }) => hostNames.has(name));
  const ofClient = face.inputs.filter(({ name, field }) => field === void 0 && !hostNames.has(name));
  const credentials = readCredentials(ofClient, env);
  const { host, faults: hostFaults } = readHostInputs(ofHost, env);
  const faults = [...credentials.faults, ...hostFaults];
  const raw = {};
  const noFiles = [];
  const settled = /* @__PURE__ */ new Set();
  for (const { name, field } of face.inputs) {
    const text = inputText(env, name);
    if (field === void 0 || text === void 0) continue;
    if (field.kind !== "file" && field.kind !== "rows") {
      raw[field.name] = readValue(field, text);
      continue;
    }
    try {
      const opened = await openInputFile(field, text, { workspace, signal });
      if (opened) {
        raw[field.name] = opened.value;
        continue;
      }
      settled.add(field.name);
      if (host.ifNoFilesFound === "error") faults.push({ ...nothingFound(field, text), field: name });
      else noFiles.push({ input: name, pattern: text });
    } catch (error) {
      if (!isInputError(error)) throw error;
      settled.add(field.name);
      faults.push(...error.faults.map((fault) => faultInWorkflow(face, fault)));
    }
  }
  faults.push(
    ...faultsOf(() => operation.check(raw)).filter(({ field }) => !settled.has(field)).map((fault) => faultInWorkflow(face, withForm(face, env, fault)))
  );
  if (faults.length > 0) throw new InputError(faults);
  return { raw, credentials: credentials.given, host, noFiles };
}
var nothingFound = (field, pattern) => ({
  problem: `"${pattern}" matches no file${field.kind === "file" && field.folder ? " or folder" : ""}`,
  remedy: `Check the path, which starts in the workspace, and that an earlier step has put the file there (actions/checkout, actions/download-artifact); or set \`${hostInputNames.ifNoFilesFound}\`.`
});
function faultsOf(check) {
  try {
    check();
    return [];
  } catch (error) {
    if (!isInputError(error)) throw error;
    return error.faults;
  }
}

// apps/github-action/src/run/output-folder.ts
import { tmpdir } from "node:os";
import { basename, dirname, isAbsolute as isAbsolute2, join, relative as relative2, resolve as resolve3, sep } from "node:path";
var temporaryFolder = (env) => env["RUNNER_TEMP"] || tmpdir();
var workspaceFolder = (env) => env["GITHUB_WORKSPACE"] || process.cwd();
function namedOutputFolder(given, env) {
  if (given === void 0) return void 0;
  const folder = resolve3(workspaceFolder(env), given);
  const allowed = [workspaceFolder(env), temporaryFolder(env)];
  const leadsTo = real(folder);
  if (leadsTo !== void 0 && allowed.some((root) => liesIn(leadsTo, real(root)))) return folder;
  throw new InputError([
    {
      field: hostInputNames.outputDir,
      problem: `"${given}" leads outside of the workspace and of the runner's temporary folder`,
      remedy: "Name a folder inside of the workspace."
    }
  ]);
}
var freshOutputFolder = (env) => mkdtempSync(join(temporaryFolder(env), "modelferry-"));
function real(path) {
  const whole = resolve3(path);
  const parent = dirname(whole);
  if (lstatSync(whole, { throwIfNoEntry: false }) === void 0 && parent !== whole) {
    const leadsTo = real(parent);
    return leadsTo === void 0 ? void 0 : join(leadsTo, basename(whole));
  }
  try {
    return realpathSync(whole);
  } catch {
    return void 0;
  }
}
function liesIn(path, root) {
  if (root === void 0) return false;
  const below = relative2(root, path);
  return !isAbsolute2(below) && below.split(sep)[0] !== "..";
}

// apps/github-action/src/check-inputs.ts
async function checkInputs({ face, operation }, env, signal) {
  const faults = [];
  const gather = (error) => {
    if (!isInputError(error)) throw error;
    faults.push(...error.faults);
  };
  const given = await readInputs({ face, operation, env, workspace: workspaceFolder(env), signal }).catch(
    gather
  );
  let outputFolder;
  try {
    outputFolder = namedOutputFolder(inputText(env, hostInputNames.outputDir), env);
  } catch (error) {
    gather(error);
  }
  if (!given || faults.length > 0) throw new InputError(faults);
  return { given, outputFolder };
}

// apps/github-action/src/outcome/skipped.ts
var skippedReport = (doing, { noFiles, host }) => ({
  ...emptyReport,
  outcome: "skipped",
  doing,
  isWarning: host.ifNoFilesFound === "warn",
  details: noFiles.map(
    ({ input, pattern }) => `${input}: "${pattern}" matches no file, so there was nothing to do.`
  )
});

// apps/github-action/src/perform-step.ts
async function performStep(stage, step, signal) {
  const { face, operation } = step;
  const doing = operation.action;
  let checked;
  try {
    checked = await checkInputs(step, stage.env, signal);
  } catch (error) {
    return failedReport(signal.aborted ? signal.reason : error, face, doing);
  }
  if (checked.given.noFiles.length > 0) return skippedReport(doing, checked.given);
  if (signal.aborted) return failedReport(signal.reason, face, doing);
  const { runOperation } = await import("./run-operation-T2JZPNEU.mjs");
  return runOperation({ stage, step, ...checked, signal }).catch(
    (error) => failedReport(error, face, doing)
  );
}

// apps/github-action/src/run/leave-soon.ts
var graceMs = 5e3;
function leaveSoon() {
  setTimeout(() => process.exit(), graceMs).unref();
}

// apps/github-action/src/vendors/abeja/credentials.ts
var abejaCredentials = [
  {
    name: "organization-id",
    called: "organization ID",
    description: "ID of the organization, or its name.",
    example: "1200123565071",
    secret: false,
    required: true
  },
  {
    name: "user-id",
    called: "user ID",
    description: "ID of the user who calls, with or without user- before it; needs `personal-access-token`.",
    example: "1128347408389",
    secret: false,
    required: false,
    login: "user"
  },
  {
    name: "personal-access-token",
    description: "Personal access token of that user. Pass it from secrets.",
    secret: true,
    required: false,
    login: "user"
  },
  {
    name: "datasource-id",
    called: "data source ID",
    description: "ID of a data source of the channel, with or without datasource- before it, in place of the user; needs `datasource-secret`.",
    example: "1282495447337",
    secret: false,
    required: false,
    login: "datasource",
    steps: ["upload-data"]
  },
  {
    name: "datasource-secret",
    called: "data source secret",
    description: "Secret of that data source. Pass it from secrets.",
    secret: true,
    required: false,
    login: "datasource",
    steps: ["upload-data"]
  },
  {
    name: "bearer-token",
    description: "Token that the platform itself has given out, in place of the user. Pass it from secrets.",
    secret: true,
    required: false,
    login: "token"
  },
  {
    name: "base-url",
    called: "base URL",
    isUrl: true,
    description: "Root of the API.",
    example: "https://api.abeja.io",
    secret: false,
    required: false,
    default: "https://api.abeja.io"
  },
  {
    name: "service-base-url",
    called: "service base URL",
    isUrl: true,
    description: "Where services answer, if not at the organization's own host below that of `base-url`.",
    example: "https://1200123565071.api.abeja.io",
    secret: false,
    required: false,
    steps: ["switch-service"]
  }
];

// apps/github-action/src/vendors/datarobot/credentials.ts
var dataRobotCredentials = [
  {
    name: "api-token",
    called: "API key",
    description: "API key of the DataRobot account. Pass it from secrets.",
    secret: true,
    required: true
  },
  {
    name: "endpoint",
    isUrl: true,
    description: "Root of the API, with or without /api/v2.",
    example: "https://app.eu.datarobot.com/api/v2",
    secret: false,
    required: false,
    default: "https://app.datarobot.com/api/v2"
  },
  {
    name: "datarobot-key",
    called: "DataRobot key",
    description: "Key of the dedicated prediction server, where it is another one than the deployment names. Pass it from secrets.",
    secret: true,
    required: false,
    steps: ["predict", "replace-model"]
  },
  {
    name: "portable-token",
    called: "portable token",
    description: "Key of a portable prediction server that wants one; it never gets the API key. Pass it from secrets.",
    secret: true,
    required: false,
    steps: ["predict"]
  }
];

// apps/github-action/src/vendors/prediction-one/credentials.ts
var predictionOneCredentials = [
  {
    name: "retrain-key",
    description: "Retrain key of the published model. Pass it from secrets.",
    secret: true,
    required: false,
    steps: ["retrain", "wait", "switch-model"]
  },
  {
    name: "prediction-key",
    description: "Prediction key of the prediction API, which its screen shows. Pass it from secrets.",
    secret: true,
    required: false,
    steps: ["predict"]
  },
  {
    name: "deploy-key",
    description: "Deploy key, to look whether a switch has arrived and to find prediction APIs. Pass it from secrets.",
    secret: true,
    required: false,
    steps: ["retrain", "switch-model", "predict"]
  },
  {
    name: "train-key",
    description: "Train key, to check the columns of each row before it is sent. Pass it from secrets.",
    secret: true,
    required: false,
    steps: ["predict"]
  },
  {
    name: "secret-key",
    called: "Secret Key",
    description: "Secret Key of the account: the other keys are fetched with it. Pass it from secrets.",
    secret: true,
    required: false
  },
  {
    name: "region",
    description: "japan for Prediction One, international for Easy Predictive Analytics.",
    secret: false,
    required: false,
    default: "japan",
    choices: ["japan", "international"]
  },
  {
    name: "management-url",
    called: "base URL",
    isUrl: true,
    description: "Origin of the management API, where it is not the region's own.",
    example: "https://developer-api.predictionone.sony.biz",
    secret: false,
    required: false
  }
];

// apps/github-action/src/vendors/index.ts
var vendors = [
  {
    name: "prediction-one",
    credentials: predictionOneCredentials,
    load: async () => (await import("./host-BTQXUT37.mjs")).predictionOneHost
  },
  {
    name: "datarobot",
    credentials: dataRobotCredentials,
    load: async () => (await import("./host-BMOQF3YM.mjs")).dataRobotHost
  },
  {
    name: "abeja",
    credentials: abejaCredentials,
    load: async () => (await import("./host-TI7F63AT.mjs")).abejaHost
  }
];

// apps/github-action/src/log/proxy-secrets.ts
var proxyVariables = /^(https?|all)_proxy$/i;
function proxySecrets(env) {
  return Object.entries(env).flatMap(([name, address]) => {
    if (!proxyVariables.test(name) || address === void 0) return [];
    const [, userInfo2] = /^(?:[a-z][a-z0-9+.-]*:\/\/)?([^/?#]*)@/i.exec(address) ?? [];
    if (userInfo2 === void 0) return [];
    const [, password = ""] = /:(.*)$/s.exec(userInfo2) ?? [];
    return [userInfo2, decoded(userInfo2), password, decoded(password)].filter(
      (secret, index) => secret !== "" && (index > 1 || userInfo2.includes(":"))
    );
  });
}
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// apps/github-action/src/log/mask-inputs.ts
function maskInputs(secrets, env) {
  const names = new Set(
    vendors.flatMap(({ credentials }) => credentials.flatMap(({ name, secret }) => secret ? [name] : []))
  );
  for (const name of names) {
    const given = inputText(env, name) ?? "";
    for (const secret of /* @__PURE__ */ new Set([given, ...given.split(/[\r\n]+/).map((line) => line.trim())]))
      secrets.add(secret);
  }
  for (const secret of proxySecrets(env)) secrets.add(secret);
}

// packages/http/src/redact.ts
var mask = "***";
var maxVendorText = 500;
var url = /https?:\\?\/\\?\/[^\s"<>]+/gi;
var userInfo = /(https?:\\?\/\\?\/)[^\s"<>/?#\\]+@/gi;
function redactUrls(text) {
  return text.replace(url, hideQuery).replace(userInfo, `$1${mask}@`);
}
function hideQuery(found) {
  const query = found.indexOf("?");
  return query < 0 ? found : `${found.slice(0, query)}?${mask}`;
}
function redactSecrets(text, secrets) {
  const hideable = [...secrets].filter((secret) => secret !== "" && !mask.includes(secret));
  let rest = text;
  for (; ; ) {
    const hidden = hideSpans(rest, hideable);
    if (hidden === rest) return rest;
    rest = hidden;
  }
}
function hideSpans(text, secrets) {
  const spans = secrets.flatMap((secret) => occurrences(text, secret).map((start) => ({ start, end: start + secret.length }))).sort((a, b) => a.start - b.start);
  let hidden = "";
  let at = 0;
  for (const { start, end } of spans) {
    if (start >= at) hidden += text.slice(at, start) + mask;
    at = Math.max(at, end);
  }
  return hidden + text.slice(at);
}
function occurrences(text, secret) {
  const found = [];
  for (let at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + 1)) found.push(at);
  return found;
}
function quoteVendorText(text, redact = (same) => same, maxLength3 = maxVendorText) {
  const flat = redact(redactUrls(text)).replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
  return flat.length <= maxLength3 ? flat : `${flat.slice(0, maxLength3)}...`;
}

// packages/auth/src/base64.ts
function base64(bytes) {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

// packages/auth/src/secret-forms.ts
var minPieceLength = 8;
function secretForms(secret) {
  const encoded = encodeURIComponent(secret.replace(new RegExp("\\p{Surrogate}", "gu"), "\uFFFD"));
  const whole = base64(new TextEncoder().encode(secret));
  return [
    secret,
    encoded,
    encoded.replace(/%../g, (code2) => code2.toLowerCase()),
    new URLSearchParams({ x: secret }).toString().slice(2),
    JSON.stringify(secret).slice(1, -1),
    ...[whole, whole.replace(/=+$/, ""), ...base64Pieces(secret)].flatMap((text) => [
      text,
      text.replaceAll("+", "-").replaceAll("/", "_")
    ])
  ];
}
function base64Pieces(secret) {
  const bytes = new TextEncoder().encode(secret);
  return [0, 1, 2].map((offset) => {
    const shifted = new Uint8Array(offset + bytes.length);
    shifted.set(bytes, offset);
    return base64(shifted).slice(Math.ceil(offset * 4 / 3), Math.floor(shifted.length * 4 / 3));
  }).filter((piece) => piece.length >= minPieceLength);
}

// packages/auth/src/secrets.ts
var minSecretLength2 = 4;
var minUrlValueLength = 16;
function createSecrets() {
  const forms = /* @__PURE__ */ new Set();
  const addForms = (values) => {
    for (const value of values) if (value.length >= minSecretLength2) forms.add(value);
  };
  return {
    add: (secret) => addForms(secret.length < minSecretLength2 ? [] : secretForms(secret)),
    addUrl: (url2) => {
      const query = url2.includes("?") ? url2.slice(url2.indexOf("?") + 1).replace(/#.*$/s, "") : "";
      if (query === "") return;
      addForms([query, decode(query)]);
      for (const pair of query.split("&")) {
        const value = pair.slice(pair.indexOf("=") + 1);
        if (value.length >= minUrlValueLength) addForms([value, ...secretForms(decode(value))]);
      }
    },
    redact: (text) => redactUrls(redactSecrets(text, forms)),
    all: () => [...forms]
  };
}
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// apps/github-action/src/log/masked-secrets.ts
function maskedSecrets(runner) {
  const secrets = createSecrets();
  let masked = 0;
  const mask2 = () => {
    const all = secrets.all();
    for (const form of all.slice(masked)) runner.command("add-mask", form);
    masked = all.length;
  };
  return {
    add(secret) {
      secrets.add(secret);
      mask2();
    },
    addUrl(url2) {
      secrets.addUrl(url2);
      mask2();
    },
    // Again without what nobody sees: it could part a secret here, and be gone where the text is read
    redact: (text) => secrets.redact(visible(secrets.redact(text))),
    all: secrets.all
  };
}

// apps/github-action/src/log/log.ts
var maxAnnotations = 10;
var maxTextLength = 4e3;
function openLog(runner, redact, now) {
  const fit = (text) => sanitize(redact(text));
  const warnings = [];
  let inGroup = false;
  let lastLineAtMs = now();
  const told2 = () => lastLineAtMs = now();
  const line = (text) => {
    for (const one of cut(fit(text)).split("\n")) runner.print(one);
    told2();
  };
  const endGroup = () => {
    if (inGroup) runner.command("endgroup");
    inGroup = false;
  };
  return {
    line,
    endGroup,
    group(title) {
      endGroup();
      runner.command("group", oneLine2(fit(title)));
      inGroup = true;
      told2();
    },
    warning(text) {
      warnings.push(fit(text));
      if (warnings.length > maxAnnotations) return line(`Warning: ${text}`);
      runner.command("warning", cut(fit(text)));
      told2();
    },
    error(title, text, advice = "") {
      endGroup();
      const next = fit(advice).slice(0, maxTextLength / 2);
      const whole = fit(text);
      const said = cut(whole, maxTextLength - next.length);
      if (said !== whole) whole.split("\n").forEach(line);
      const message = [said, next].filter((part2) => part2 !== "").join("\n");
      runner.command("error", message, { title: oneLine2(fit(title)) });
    },
    debug(text) {
      if (runner.isDebug) runner.command("debug", fit(text));
    },
    warnings,
    get lastLineAtMs() {
      return lastLineAtMs;
    }
  };
}
var oneLine2 = (text) => text.replace(/\s+/g, " ").trim();
var cut = (text, maxLength3 = maxTextLength) => text.length <= maxLength3 ? text : `${text.slice(0, maxLength3)}...`;

// apps/github-action/src/runner/runner.ts

// apps/github-action/src/runner/command.ts
var escapeData = (text) => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
var escapeProperty = (text) => escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
function commandLine(name, data = "", properties = {}) {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(value)}`);
  return `::${name}${list.length > 0 ? ` ${list.join(",")}` : ""}::${escapeData(data)}`;
}

// apps/github-action/src/runner/file-entry.ts
function fileEntry(name, value) {
  let end = "FERRY_END";
  while (value.includes(end)) end += "_";
  return `${name}<<${end}
${value}
${end}
`;
}

// apps/github-action/src/runner/runner.ts
function openRunner(env, write) {
  const append = (file, text) => {
    const path = env[file];
    if (path === void 0 || path === "") return;
    try {
      appendFileSync(path, text);
    } catch (error) {
      write(`${file} could not be written: ${error.code ?? "unknown reason"}
`);
    }
  };
  return {
    env,
    isDebug: env["RUNNER_DEBUG"] === "1",
    print: (line) => write(`${line}
`),
    command: (name, data, properties) => write(`${commandLine(name, data, properties)}
`),
    setOutput: (name, value) => append("GITHUB_OUTPUT", fileEntry(name, value)),
    saveState: (name, value) => append("GITHUB_STATE", fileEntry(name, value)),
    addSummary: (markdown) => append("GITHUB_STEP_SUMMARY", markdown)
  };
}

// apps/github-action/src/runner/write-out.ts
var patienceMs = 5e3;
var pauseMs2 = 5;
function writeOut(text, fd = 1) {
  let rest = Buffer.from(text);
  for (let waitedMs = 0; rest.length > 0 && waitedMs < patienceMs; ) {
    try {
      rest = rest.subarray(writeSync(fd, rest));
    } catch (error) {
      if (error.code !== "EAGAIN") return;
      pause(pauseMs2);
      waitedMs += pauseMs2;
    }
  }
}
var pause = (ms) => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

// apps/github-action/src/stage.ts
function openStage(env = process.env) {
  const runner = openRunner(env, writeOut);
  const secrets = maskedSecrets(runner);
  maskInputs(secrets, env);
  return { env, runner, secrets, log: openLog(runner, secrets.redact, Date.now), startedAtMs: Date.now() };
}

// apps/github-action/src/step.ts
async function loadStep(vendorName, stepName) {
  const vendor = vendors.find(({ name }) => name === vendorName);
  const host = await vendor?.load();
  const operation = host && stepsOf(host.catalog).find(({ ciStep }) => ciStep === stepName);
  if (!vendor || !operation) throw new Error(`There is no step ${vendorName}/${stepName}.`);
  return { vendor, host, operation, face: actionFace(host.catalog, vendor.credentials, operation) };
}
async function loadChosenStep(chosen, known) {
  const [vendorName = "", stepName = ""] = chosen?.split("/") ?? [];
  if (chosen !== void 0 && known.includes(chosen)) return loadStep(vendorName, stepName);
  const problem = chosen === void 0 ? "is required" : `"${chosen}" is no operation`;
  throw new InputError([{ field: "operation", problem, remedy: `Give one of: ${known.join(", ")}.` }]);
}

// apps/github-action/src/main.ts
function runStep(vendorName, stepName) {
  return run(() => loadStep(vendorName, stepName));
}
function runChosen(...known) {
  return run(() => loadChosenStep(inputText(process.env, "operation"), known));
}
async function run(load) {
  const stage = openStage();
  const stop = new AbortController();
  abortOnCancel(stop, "run the step");
  abortOnUnforeseen(stop);
  await reported(stage, async () => performStep(stage, await load(), stop.signal), stop.signal);
  leaveSoon();
}

// apps/github-action/src/state/job-state.ts
var jobStateName = "job";
var creating = "creating";
function readJobState(text) {
  if (text === void 0 || text === "") return void 0;
  try {
    const { vendor, step, kind, id, name, phase, policy, done, earlier } = JSON.parse(
      text
    );
    const words2 = [vendor, step, kind, id, phase];
    if (!words2.every((word) => typeof word === "string")) return void 0;
    return {
      ...{ vendor, step, kind, id, phase },
      ...typeof name === "string" && { name },
      policy: policy === "abort" ? "abort" : "detach",
      done: done === true,
      earlier: Array.isArray(earlier) ? earlier : []
    };
  } catch {
    return void 0;
  }
}

// apps/github-action/src/post.ts
var withinMs = 44e3;
async function runPost() {
  process.exitCode = 0;
  const stage = openStage();
  const state = readJobState(process.env[`STATE_${jobStateName}`]);
  if (!state || state.done) return;
  const stop = new AbortController();
  abortOnUnforeseen(stop);
  try {
    const { finishJobs } = await import("./finish-jobs-YTC44GG2.mjs");
    await settledSoon(
      finishJobs(stage, state),
      AbortSignal.any([stop.signal, AbortSignal.timeout(withinMs)])
    );
  } catch (error) {
    stage.log.warning(
      `What main had left could not be finished: ${error instanceof Error ? error.message : String(error)}`
    );
  }
  leaveSoon();
}

export {
  __require,
  __commonJS,
  __toESM,
  settledSoon,
  inputText,
  EngineError,
  isEngineError,
  CancelledError,
  isCancelled,
  isCancelled2,
  defaultRetryPolicy,
  isTransientStatus,
  pauseMs,
  ApiError,
  isApiError,
  InputError,
  isInputError,
  messageOf,
  waitsForJob,
  upperFirst,
  isFigures,
  stepsOf,
  actionFace,
  secretOf,
  emptyReport,
  failureOf,
  formatDuration,
  amountOf,
  timeOf,
  escape,
  escapeSentence,
  code,
  figuresText,
  snippetBlock,
  base64,
  shownPath,
  readCredentials,
  perhapsMeant,
  notOneOf,
  temporaryFolder,
  workspaceFolder,
  namedOutputFolder,
  freshOutputFolder,
  jobStateName,
  creating,
  loadStep,
  runStep,
  runChosen,
  redactUrls,
  quoteVendorText,
  runPost
};
