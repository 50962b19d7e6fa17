import {
  escape
} from "./chunk-HO3CGQCQ.mjs";
import {
  actionFace,
  stepsOf
} from "./chunk-IZ47H23L.mjs";
import {
  vendors
} from "./chunk-2SFECZ7C.mjs";
import {
  inputText
} from "./chunk-4TNTUKRT.mjs";
import {
  InputError
} from "./chunk-GBW5WBB5.mjs";

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
  return { given, faults };
}
var missing = ({ name, required, secret }) => required ? {
  field: name,
  problem: "is required",
  remedy: secret ? `Pass it from secrets, and check that the secret is set where this workflow runs: GitHub gives none to pull requests from forks.` : void 0
} : void 0;
function unfit({ name, secret, choices }, text) {
  if (secret && text.length < minSecretLength) {
    return { field: name, problem: `must have at least ${minSecretLength} characters to be a key` };
  }
  if (secret && /[\r\n]/.test(text)) return { field: name, problem: "must be one line" };
  if (choices && !choices.includes(text)) {
    return { field: name, problem: `must be one of ${choices.join(", ")}` };
  }
  return void 0;
}

// apps/github-action/src/step.ts
async function loadStep(vendorName, stepName) {
  const step = await findStep(vendorName, stepName);
  if (!step) throw new Error(`There is no step ${vendorName}/${stepName}.`);
  return step;
}
async function loadChosenStep(chosen) {
  const [vendorName = "", stepName = "", ...rest] = chosen?.split("/") ?? [];
  const step = rest.length === 0 ? await findStep(vendorName, stepName) : void 0;
  if (step) return step;
  const hosts = await Promise.all(vendors.map(({ load }) => load()));
  const known = hosts.flatMap(
    ({ catalog }) => stepsOf(catalog).map(({ ciStep }) => `${catalog.vendor}/${ciStep}`)
  );
  const problem = chosen === void 0 ? "is required" : `"${chosen}" is no operation`;
  throw new InputError([{ field: "operation", problem, remedy: `Give one of: ${known.join(", ")}.` }]);
}
async function findStep(vendorName, stepName) {
  const vendor = vendors.find(({ name }) => name === vendorName);
  const host = await vendor?.load();
  const operation = host && stepsOf(host.catalog).find(({ ciStep }) => ciStep === stepName);
  if (!vendor || !operation) return void 0;
  return { vendor, host, operation, face: actionFace(host.catalog, vendor.credentials, operation) };
}

// apps/github-action/src/summary/snippet-block.ts
var snippetBlock = (snippet, redact) => snippet === void 0 ? [] : [
  '<pre lang="yaml">',
  ...redact(snippet).split("\n").map((line) => `${/^ */.exec(line)?.[0] ?? ""}${escape(line)}`),
  "</pre>"
];

export {
  snippetBlock,
  readCredentials,
  loadStep,
  loadChosenStep
};
