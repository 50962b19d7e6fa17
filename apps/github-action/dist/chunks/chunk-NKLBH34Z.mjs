import {
  hostInputNames,
  workflowWords
} from "./chunk-IZ47H23L.mjs";
import {
  InputError,
  isApiError,
  isEngineError,
  isInputError
} from "./chunk-GBW5WBB5.mjs";

// apps/github-action/src/run/output-folder.ts
import { lstatSync, realpathSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
var temporaryFolder = (env) => env["RUNNER_TEMP"] || tmpdir();
var workspaceFolder = (env) => env["GITHUB_WORKSPACE"] || process.cwd();
function namedOutputFolder(given, env) {
  if (given === void 0) return void 0;
  const folder = resolve(workspaceFolder(env), given);
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
var freshOutputFolder = (env) => mkdtemp(join(temporaryFolder(env), "modelferry-"));
function real(path) {
  const whole = resolve(path);
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
  const below = relative(root, path);
  return !isAbsolute(below) && below.split(sep)[0] !== "..";
}

// apps/github-action/src/outcome/step-report.ts
var emptyReport = { facts: [], files: [], outputs: {} };

// apps/github-action/src/outcome/failure.ts
function failureOf(error, face, doing) {
  const stack = error instanceof Error ? error.stack : void 0;
  if (!isEngineError(error)) {
    const said = error instanceof Error ? error.message : String(error);
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
  const nameOf = (field) => face.inputs.find((input) => input.field?.name === field)?.name ?? field;
  const lines = faults.map(({ field, problem, remedy }) => {
    const fault = workflowWords(face, `${problem}.${remedy ? ` ${remedy}` : ""}`);
    return `${nameOf(field)}: ${fault}`;
  });
  return {
    failure: faults.length === 1 ? "An input is wrong." : `${faults.length} inputs are wrong.`,
    details: lines
  };
}
var failedReport = (error, face, doing) => ({ ...emptyReport, outcome: "failed", doing, ...failureOf(error, face, doing) });
var withOneStop = (text) => text.replace(/([^.])\.\.$/, "$1.");
var lowerFirst = (text) => text.charAt(0).toLowerCase() + text.slice(1);

export {
  emptyReport,
  failureOf,
  failedReport,
  temporaryFolder,
  workspaceFolder,
  namedOutputFolder,
  freshOutputFolder
};
