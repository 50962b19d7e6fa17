import {
  formatDuration
} from "./chunk-X2PTJA4X.mjs";

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
function whenOver(what, { cancellable }) {
  const when = what === "timeout" ? "What becomes of the job when the timeout comes first; the step fails either way" : "What becomes of the job when the run is cancelled";
  const words = cancellable ? "One of: abort (end it at the vendor), detach (let it go on, and print how to wait for it later)." : "Only detach (let it go on, and print how to wait for it later): the vendor documents no way to end it.";
  return {
    ...asked,
    name: what === "timeout" ? hostInputNames.onTimeout : hostInputNames.onCancel,
    type: "enum",
    description: `${when}. ${words}`,
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

// apps/github-action/src/face/lower-first.ts
var lowerFirst = (text) => text.charAt(0).toLowerCase() + text.slice(1);

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
  rows: "path"
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
      return ` Path or glob that matches one file${field.extensions ? ` (${field.extensions.join(", ")})` : ""}.`;
    case "rows":
      return " Path or glob of one CSV file with a header line.";
    default:
      return "";
  }
}
function exampleOf(field) {
  if (field.placeholder) return field.placeholder.replace(/^e\.g\. /, "");
  switch (field.kind) {
    case "duration":
      return shortDuration(Math.min(field.maxMs, 2 * (Number(field.default ?? 0) || 5 * 6e4)));
    case "file":
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
var operationOutputs = ({ result, outputFields }) => result === "one" ? outputFields.filter(({ kind }) => !inFilesOnly.has(kind)).map(outputOf) : rowOutputs;
function outputOf(field) {
  const choices = field.kind === "choice" ? Object.keys(field.choices) : void 0;
  const what = field.kind === "saved-file" ? `Path of a file: ${lowerFirst(field.description)}` : field.description;
  return {
    name: outputName(field),
    type: types2[field.kind] ?? "string",
    description: choices ? `${what}. One of: ${choices.join(", ")}` : what,
    choices,
    field
  };
}
var rowOutputs = [
  { name: "result-path", type: "path", description: "Path of the CSV file with a line for each row" },
  { name: "rows", type: "integer", description: "Number of rows" },
  { name: "failed-rows", type: "integer", description: "Number of rows that got no result" }
];

// apps/github-action/src/face/action-face.ts
var stepsOf = ({ operations }) => operations.filter((one) => one.ciStep !== void 0);
function actionFace(catalog, credentials, operation) {
  const { ciStep: step } = operation;
  const fields = operation.inputFields.map(operationInput);
  const isMain = ({ required, field }) => required || field?.advanced !== true;
  return {
    vendor: catalog.vendor,
    step,
    title: `${catalog.title}: ${operation.title}`,
    description: operation.summary,
    inputs: [
      ...credentials.filter(({ steps }) => steps?.includes(step) ?? true).map(credentialInput),
      ...fields.filter(isMain),
      ...hostInputs(operation),
      ...fields.filter((input) => !isMain(input))
    ],
    outputs: [...operationOutputs(operation), ...hostOutputs]
  };
}
var credentialInput = ({ steps: _, ...credential }) => ({
  ...credential,
  type: credential.choices ? "enum" : "string"
});

// apps/github-action/src/face/workflow-words.ts
function workflowWords({ inputs }, text) {
  const titles = inputs.flatMap(({ name, field }) => field?.title.includes(" ") ? [[field.title, name]] : []).sort(([a], [b]) => b.length - a.length);
  return titles.reduce((said, [title, name]) => said.replaceAll(title, `\`${name}\``), text);
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

export {
  hostInputNames,
  waitsForJob,
  outputName,
  stepsOf,
  actionFace,
  workflowWords,
  amountOf,
  timeOf
};
