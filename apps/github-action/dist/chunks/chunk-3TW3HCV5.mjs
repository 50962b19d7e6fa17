import {
  getMetadata,
  safeParse
} from "./chunk-WTLKQS7A.mjs";
import {
  InputError,
  isInputError,
  notOneOf,
  perhapsMeant,
  quoteVendorText
} from "./chunk-VDHEZRE2.mjs";

// packages/operation/src/catalog.ts
function defineCatalog(catalog) {
  const seen = /* @__PURE__ */ new Set();
  const once = (name) => {
    if (seen.has(name)) throw new Error(`${name} is declared twice.`);
    seen.add(name);
  };
  for (const { resource, name, inputFields, cancellable, ciStep } of catalog.operations) {
    const here = `${catalog.vendor} ${resource}.${name}`;
    once(here);
    if (ciStep !== void 0) {
      once(`${catalog.vendor}/${ciStep}`);
      if (!/^[a-z]+(-[a-z]+)*$/.test(ciStep)) throw new Error(`${here}: "${ciStep}" is not kebab-case.`);
    }
    if (cancellable && !catalog.cancels) throw new Error(`${here}: the catalog has no way to cancel a job.`);
    if (!catalog.resources[resource]) throw new Error(`${here}: there is no resource "${resource}".`);
    checkFields(catalog, here, inputFields);
  }
  for (const { name, inputFields } of catalog.triggers ?? []) {
    const here = `${catalog.vendor} trigger ${name}`;
    once(here);
    checkFields(catalog, here, inputFields);
  }
  return catalog;
}
function checkFields({ lookups, columnLookups }, here, inputFields) {
  for (const field of inputFields) {
    if (field.kind === "reference" && !lookups[field.lookup]) {
      throw new Error(`${here}: there is no lookup "${field.lookup}" for ${field.name}.`);
    }
    if (field.kind === "rows" && field.columnsFrom && !columnLookups[field.columnsFrom]) {
      throw new Error(`${here}: there is no column lookup "${field.columnsFrom}" for ${field.name}.`);
    }
    for (const controlling of Object.keys(field.when ?? {})) {
      const main = inputFields.find((other) => other.name === controlling);
      if (!main || main.advanced) throw new Error(`${here}: "when" of ${field.name} must name a main input.`);
    }
  }
}

// packages/polling/src/resume-token.ts
var version = 1;
var shape = /^[A-Za-z0-9_-]+$/;
function toResumeToken({ vendor, kind, id }) {
  const bytes = new TextEncoder().encode(JSON.stringify({ v: version, vendor, kind, id }));
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
function fromResumeToken(token, expected) {
  const refuse = (problem) => new InputError([
    { field: "resumeToken", problem, remedy: "Pass the token exactly as the starting step gave it." }
  ]);
  const word = token.trim();
  if (!shape.test(word)) throw refuse("is not a resume token");
  let value;
  try {
    const binary = atob(word.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0));
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw refuse("is not a resume token");
  }
  const { v, vendor, kind, id } = value ?? {};
  if (v !== version || typeof vendor !== "string" || typeof kind !== "string" || typeof id !== "string" || id === "") {
    throw refuse("is not a resume token of this version");
  }
  if (vendor !== expected.vendor || kind !== expected.kind) {
    const named = quoteVendorText(`${vendor} ${kind}`, (text) => text, 60);
    throw refuse(`names a ${named}, and a ${expected.vendor} ${expected.kind} is needed`);
  }
  return { vendor, kind, id };
}
var start = "eyJ2Ij";
function idInToken(given, expected, field) {
  if (!given.startsWith(start)) return void 0;
  try {
    return fromResumeToken(given, expected).id;
  } catch (error) {
    if (!isInputError(error)) throw error;
    throw new InputError(error.faults.map((fault) => ({ ...fault, field })));
  }
}

// packages/operation/src/describe.ts
function describe(entries) {
  return Object.entries(entries).map(([name, schema]) => describeEntry(name, schema));
}
function describeEntry(name, schema) {
  const wrapper = schema;
  if ((wrapper.type === "optional" || wrapper.type === "nullable") && wrapper.wrapped) {
    const inner = describeEntry(name, wrapper.wrapped);
    const fallback = typeof wrapper.default === "function" ? wrapper.default() : wrapper.default;
    return { ...inner, required: false, ...fallback === void 0 ? {} : { default: fallback } };
  }
  const { field } = getMetadata(schema);
  if (!field) throw new Error(`The entry "${name}" has no metadata: make it with one of the builders.`);
  return { ...field, name, required: true };
}

// packages/operation/src/lazily.ts
function lazily(make) {
  let made;
  return () => made ??= make();
}

// packages/operation/src/parse-inputs.ts
function parseInputs(schema, fields, raw) {
  const known = new Set(fields.map(({ name }) => name));
  const strangers = Object.keys(raw).filter((name) => !known.has(name));
  const missing = fields.filter(({ name, required }) => required && raw[name] === void 0).map(({ name }) => name);
  const faults = /* @__PURE__ */ new Map();
  for (const name of strangers)
    faults.set(name, {
      field: name,
      problem: "is not an input of this operation",
      remedy: perhapsMeant(name, known)
    });
  for (const name of missing)
    faults.set(name, { field: name, problem: "is required", remedy: remedyFor(fields, name) });
  const parsed = safeParse(schema, raw);
  for (const issue of parsed.issues ?? []) {
    const name = String(issue.path?.[0]?.key ?? "");
    if (!faults.has(name)) faults.set(name, { field: name, ...faultOf(issue, fieldOf(fields, name)) });
  }
  if (faults.size > 0) throw new InputError([...faults.values()]);
  return parsed.output;
}
function faultOf({ message: problem, type, input }, field) {
  if (type !== "picklist" || typeof input !== "string") return { problem };
  const choices = field && "choices" in field ? field.choices : void 0;
  return notOneOf(input, Object.keys(choices ?? {}), problem);
}
function remedyFor(fields, name) {
  const field = fieldOf(fields, name);
  return field && `Give ${field.title}${field.placeholder ? `, ${field.placeholder}` : ""}.`;
}
var fieldOf = (fields, name) => fields.find((field) => field.name === name);

// packages/operation/src/define-operation.ts
function operationsOf() {
  return function defineOperation(declaration) {
    const { inputs, outputs, run, result = "one", cancellable = false, ...words } = declaration;
    const inputFields = lazily(() => describe(inputs.entries));
    const outputFields = lazily(() => describe(outputs.entries));
    const execute = async (context, rawInputs) => run(context, parseInputs(inputs, inputFields(), rawInputs));
    return {
      ...words,
      result,
      cancellable,
      get inputFields() {
        return inputFields();
      },
      get outputFields() {
        return outputFields();
      },
      check: (rawInputs) => void parseInputs(inputs, inputFields(), rawInputs),
      execute,
      run: (context, rawInputs) => execute(context, rawInputs)
    };
  };
}

export {
  defineCatalog,
  operationsOf,
  toResumeToken,
  fromResumeToken,
  idInToken
};
