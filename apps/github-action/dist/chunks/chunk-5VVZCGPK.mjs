import {
  loadChosenStep,
  loadStep,
  readCredentials,
  snippetBlock
} from "./chunk-XOP2YSA7.mjs";
import {
  escape,
  escapeAttribute
} from "./chunk-HO3CGQCQ.mjs";
import {
  emptyReport,
  failedReport,
  namedOutputFolder,
  workspaceFolder
} from "./chunk-NKLBH34Z.mjs";
import {
  hostInputNames,
  timeOf,
  workflowWords
} from "./chunk-IZ47H23L.mjs";
import {
  fromText
} from "./chunk-X2PTJA4X.mjs";
import {
  openStage,
  sanitize
} from "./chunk-DVH6ZDRS.mjs";
import {
  inputText
} from "./chunk-4TNTUKRT.mjs";
import {
  CancelledError,
  InputError,
  isEngineError,
  isInputError
} from "./chunk-GBW5WBB5.mjs";

// apps/github-action/src/cancel/stop-signals.ts
var stopSignals = ["SIGINT", "SIGTERM", "SIGBREAK"];
function abortOnCancel(doing) {
  const controller = new AbortController();
  const stop = () => controller.abort(new CancelledError(doing));
  for (const name of stopSignals) process.on(name, stop);
  return controller.signal;
}

// apps/github-action/src/outcome/outcome-words.ts
var outcomeWords = {
  succeeded: { sign: "\u2705", words: "succeeded" },
  failed: { sign: "\u274C", words: "failed" },
  "timed-out": { sign: "\u231B", words: "timed out" },
  cancelled: { sign: "\u23F9\uFE0F", words: "was cancelled" },
  skipped: { sign: "\u23ED\uFE0F", words: "skipped, there was nothing to do" }
};

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
function cell({ value, exact, url }, redact) {
  const shown = redact(value);
  const text = escape(shown.length > maxValueLength ? `${shown.slice(0, maxValueLength)}...` : shown);
  if (url !== void 0 && /^https:\/\//.test(url))
    return `<a href="${escapeAttribute(redact(url))}">${text}</a>`;
  return exact ? `<code>${text}</code>` : text;
}

// apps/github-action/src/summary/step-summary.ts
var maxLines = 50;
var maxLineLength = 1e3;
async function stepSummary(report, options) {
  const { redact, headline, tookMs, warnings } = options;
  const { outcome, failure, details = [], next = [], snippet, facts, files } = report;
  const safe = (text) => escape(redact(text).slice(0, maxLineLength));
  const list = (lines) => lines.slice(0, maxLines).map((line) => `- ${safe(line)}`);
  const blocks = [
    [`### ${outcomeWords[outcome].sign} ${safe(headline)}`],
    failure === void 0 ? [] : [safe(failure)],
    details.length > 1 ? list(details) : details.map(safe),
    factsTable([...facts, { title: "Duration", value: timeOf(tookMs) }], redact),
    next.length === 0 ? [] : [`**What to do next:** ${next.map(safe).join(" ")}`],
    snippetBlock(snippet, redact)
  ];
  if (files.length > 0) {
    const { previewTable } = await import("./preview-table-Q5D5N5IY.mjs");
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
  log.endGroup();
  const headline = `${report.doing} ${outcomeWords[report.outcome].words}`;
  const lines = linesOf(report);
  for (const line of lines) log.line(line);
  if (report.failure === void 0) log.line(`${headline} (${timeOf(tookMs)})`);
  else {
    log.error(headline, lines.join("\n"));
    if (report.stack !== void 0) log.debug(report.stack);
    process.exitCode = 1;
  }
  runner.addSummary(
    await stepSummary(report, { headline, tookMs, warnings: log.warnings, redact: secrets.redact })
  );
}
var linesOf = ({ failure, details = [], next = [], snippet }) => [
  ...failure === void 0 ? [] : [failure],
  ...details.length > 1 ? details.map((line) => `- ${line}`) : details,
  ...next,
  ...snippet === void 0 ? [] : [snippet]
];

// apps/github-action/src/outcome/reported.ts
async function reported(stage, perform) {
  const unforeseen = new Promise((_, reject) => {
    process.on("uncaughtException", reject);
    process.on("unhandledRejection", reject);
  });
  const report = await Promise.race([perform(), unforeseen]).catch(
    (error) => failedReport(error, { inputs: [] }, "Run the step")
  );
  await tellReport(stage, report);
}

// apps/github-action/src/inputs/open-input-file.ts
import { statSync as statSync2 } from "node:fs";
import { resolve as resolve2 } from "node:path";

// apps/github-action/src/inputs/find-files.ts
import { globSync, statSync } from "node:fs";
import { isAbsolute, relative, resolve } from "node:path";
var globSigns = /[*?[\]{}!()]/;
function findFiles(pattern, workspace) {
  const path = resolve(workspace, pattern);
  if (isFile(path)) return [path];
  if (!globSigns.test(pattern)) return [];
  return globSync(pattern, { cwd: workspace }).map((found) => resolve(workspace, found)).filter(isFile).sort();
}
function shownPath(path, workspace) {
  const below = relative(workspace, path);
  return below.startsWith("..") || isAbsolute(below) ? path : below;
}
var isFile = (path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

// apps/github-action/src/inputs/open-input-file.ts
var maxNamed = 5;
async function openInputFile(field, pattern, workspace) {
  const refuse = (fault) => new InputError([{ field: field.name, ...fault }]);
  const [path, ...others] = findFiles(pattern, workspace);
  if (path === void 0) {
    if (!isFolder(resolve2(workspace, pattern))) return void 0;
    throw refuse({ problem: `names the folder ${pattern}`, remedy: "Name one file in it." });
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
    return { value: await open(field, path) };
  } catch (error) {
    if (!isEngineError(error) || error.code !== "invalid-input") throw error;
    throw refuse({ problem: `cannot be used: ${error.message.replace(/\.$/, "")}`, remedy: error.remedy });
  }
}
async function open(field, path) {
  if (field.kind === "rows") return (await import("./read-rows-WWNJJGRD.mjs")).readRows(path);
  return (await import("./file-source-CIBA5PYL.mjs")).fileSource(path);
}
var isFolder = (path) => statSync2(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

// apps/github-action/src/inputs/read-host-inputs.ts
function readHostInputs(inputs, env) {
  const faults = [];
  const choose = (name, otherwise) => {
    const input = inputs.find((one) => one.name === name);
    const text = input && (inputText(env, name) ?? input.default);
    if (text === void 0) return otherwise;
    if (input?.choices?.includes(text)) return text;
    faults.push({ field: name, ...refusal(name, input?.choices ?? []) });
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
function refusal(name, choices) {
  if (!choices.includes("abort") && choices.includes("detach")) {
    return {
      problem: "can only be detach: the vendor documents no way to end a job",
      remedy: `Leave out \`${name}\`; the job goes on, and its ID is kept for a later wait.`
    };
  }
  return { problem: `must be one of ${choices.join(", ")}` };
}

// apps/github-action/src/inputs/read-value.ts
var readValue = (field, text) => field.kind === "texts" ? text.split(/\r?\n/).flatMap((line) => line.trim() || []) : fromText(field, text);

// apps/github-action/src/inputs/read-inputs.ts
async function readInputs(request) {
  const { face, operation, env, workspace } = request;
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
      const opened = await openInputFile(field, text, workspace);
      if (opened) {
        raw[field.name] = opened.value;
        continue;
      }
      settled.add(field.name);
      if (host.ifNoFilesFound === "error") faults.push({ ...nothingFound(text), field: name });
      else noFiles.push({ input: name, pattern: text });
    } catch (error) {
      if (!isInputError(error)) throw error;
      settled.add(field.name);
      faults.push(...error.faults.map((fault) => inWorkflow(face, fault)));
    }
  }
  faults.push(
    ...faultsOf(() => operation.check(raw)).filter(({ field }) => !settled.has(field)).map((fault) => inWorkflow(face, fault))
  );
  if (faults.length > 0) throw new InputError(faults);
  return { raw, credentials: credentials.given, host, noFiles };
}
var nothingFound = (pattern) => ({
  problem: `"${pattern}" matches no file`,
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
var inWorkflow = (face, { field, problem, remedy }) => ({
  field: face.inputs.find((input) => input.field?.name === field)?.name ?? field,
  problem: workflowWords(face, problem),
  remedy: remedy === void 0 ? void 0 : workflowWords(face, remedy)
});

// apps/github-action/src/check-inputs.ts
async function checkInputs({ face, operation }, env) {
  const faults = [];
  const gather = (error) => {
    if (!isInputError(error)) throw error;
    faults.push(...error.faults);
  };
  const given = await readInputs({ face, operation, env, workspace: workspaceFolder(env) }).catch(gather);
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
var skippedReport = (doing, noFiles) => ({
  ...emptyReport,
  outcome: "skipped",
  doing,
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
    checked = await checkInputs(step, stage.env);
  } catch (error) {
    return failedReport(error, face, doing);
  }
  const { noFiles, host } = checked.given;
  if (noFiles.length > 0) {
    const report = skippedReport(doing, noFiles);
    if (host.ifNoFilesFound === "warn") for (const detail of report.details ?? []) stage.log.warning(detail);
    return report;
  }
  if (signal.aborted) {
    const cancelled = new CancelledError("read the inputs");
    return { ...failedReport(cancelled, face, doing), outcome: "cancelled" };
  }
  const { runOperation } = await import("./run-operation-G7VFXH4C.mjs");
  return runOperation({ stage, step, ...checked, signal }).catch(
    (error) => failedReport(error, face, doing)
  );
}

// apps/github-action/src/main.ts
function runStep(vendorName, stepName) {
  return run(() => loadStep(vendorName, stepName));
}
function runChosen() {
  return run(() => loadChosenStep(inputText(process.env, "operation")));
}
async function run(load) {
  const stage = openStage();
  const signal = abortOnCancel("run the step");
  await reported(stage, async () => performStep(stage, await load(), signal));
}

export {
  runStep,
  runChosen
};
