import {
  CancelledError,
  EngineError,
  InputError,
  base64,
  defaultRetryPolicy,
  formatDuration,
  isApiError,
  isEngineError,
  pauseMs
} from "./chunk-VDHEZRE2.mjs";

// packages/auth/src/schemes.ts
var fixed = (headers) => ({ headers: async () => headers });
function clean(secret, secrets) {
  const key = secret.trim();
  secrets.add(key);
  return key;
}
function headerKey(name, key, secrets) {
  return fixed({ [name.toLowerCase()]: clean(key, secrets) });
}
function bearer(token2, secrets) {
  return fixed({ authorization: `Bearer ${clean(token2, secrets)}` });
}
function token(value, secrets) {
  return fixed({ authorization: `Token ${clean(value, secrets)}` });
}
function basic(user, password, secrets) {
  if (user.includes(":")) {
    const remedy = "Check that the name and the password are in their own fields.";
    throw new InputError([{ field: "user", problem: "must not contain a colon", remedy }]);
  }
  const pair = `${user}:${password}`;
  secrets.add(password);
  secrets.add(pair);
  return fixed({ authorization: `Basic ${base64(new TextEncoder().encode(pair))}` });
}
function twoHeaders(first, second2) {
  return {
    headers: async (signal) => {
      const [one, other] = await Promise.all([first.headers(signal), second2.headers(signal)]);
      return { ...one, ...other };
    },
    renew: async (signal) => {
      const renewed = await Promise.all([first, second2].map((one) => one.renew?.(signal) ?? false));
      return renewed.includes(true);
    }
  };
}

// packages/http/src/errors/transport-error.ts
var TransportError = class extends EngineError {
  kind;
  bodyTaken;
  constructor(options) {
    super({
      code: {
        timeout: "timeout",
        network: "network",
        aborted: "cancelled",
        fatal: "network",
        "source-mismatch": "source-mismatch"
      }[options.kind],
      message: options.message,
      remedy: options.remedy,
      cause: options.cause
    });
    this.name = "TransportError";
    this.kind = options.kind;
    this.bodyTaken = options.bodyTaken;
  }
};
function isTransportError(value) {
  return isEngineError(value) && "bodyTaken" in value;
}

// packages/http/src/at-most-once/is-ambiguous.ts
function isAmbiguous(error) {
  if (isTransportError(error))
    return error.bodyTaken === "all" && (error.kind === "timeout" || error.kind === "network");
  if (!isApiError(error)) return false;
  const { status, code } = error;
  if (status < 300) return code === "unexpected-answer";
  return status === 408 || status >= 500;
}

// packages/http/src/pause.ts
async function pause({ clock, signal }, ms, doing) {
  await clock.sleep(ms, signal).catch(() => {
    throw new CancelledError(doing);
  });
}

// packages/http/src/at-most-once/send-until-taken.ts
async function sendUntilTaken(world, doing, send, { policy = defaultRetryPolicy, replayable = true } = {}) {
  for (let sends = 1; ; sends++) {
    try {
      return await send();
    } catch (error) {
      if (!replayable || sends >= policy.maxAttempts || !isProvablyUndone(error)) throw error;
      const asked = isApiError(error) ? error.retryAfterMs : void 0;
      const ms = pauseMs(policy, sends, asked, world.random);
      if (ms === void 0) throw error;
      await pause(world, ms, doing);
    }
  }
}
var isProvablyUndone = (error) => isTransportError(error) ? error.bodyTaken === "part" && (error.kind === "timeout" || error.kind === "network") : isApiError(error) && error.status === 429;

// packages/http/src/parse-json.ts
var mayLose = /(?:^|[[:,\s-])\d{16}/;
function parseJson(text2) {
  if (!mayLose.test(text2)) return JSON.parse(text2);
  let loses = false;
  const value = JSON.parse(text2, (_key, one) => {
    loses ||= typeof one === "number" && Number.isInteger(one) && !Number.isSafeInteger(one);
    return one;
  });
  return loses ? JSON.parse(quoteLargeIntegers(text2)) : value;
}
var number = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
function quoteLargeIntegers(text2) {
  const quoted = (token2) => /^-?\d+$/.test(token2) && !Number.isSafeInteger(Number(token2)) ? `"${token2}"` : token2;
  const pieces = [];
  for (let at = 0; at < text2.length; ) {
    const open = text2.indexOf('"', at);
    pieces.push(text2.slice(at, open < 0 ? void 0 : open).replace(number, quoted));
    if (open < 0) break;
    at = endOfString(text2, open);
    pieces.push(text2.slice(open, at));
  }
  return pieces.join("");
}
function endOfString(text2, open) {
  for (let close = text2.indexOf('"', open + 1); ; close = text2.indexOf('"', close + 1)) {
    let backslashes = 0;
    while (text2[close - 1 - backslashes] === "\\") backslashes += 1;
    if (backslashes % 2 === 0) return close + 1;
  }
}

// packages/http/src/errors/json-fields.ts
function jsonFields(text2) {
  try {
    const value = parseJson(text2);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : void 0;
  } catch {
    return void 0;
  }
}

// node_modules/valibot/dist/index.mjs
var store$4;
var DEFAULT_CONFIG = {
  lang: void 0,
  message: void 0,
  abortEarly: void 0,
  abortPipeEarly: void 0
};
// @__NO_SIDE_EFFECTS__
function getGlobalConfig(config$1) {
  if (!config$1 && !store$4) return DEFAULT_CONFIG;
  return {
    lang: config$1?.lang ?? store$4?.lang,
    message: config$1?.message,
    abortEarly: config$1?.abortEarly ?? store$4?.abortEarly,
    abortPipeEarly: config$1?.abortPipeEarly ?? store$4?.abortPipeEarly
  };
}
var store$3;
// @__NO_SIDE_EFFECTS__
function getGlobalMessage(lang) {
  return store$3?.get(lang);
}
var store$2;
// @__NO_SIDE_EFFECTS__
function getSchemaMessage(lang) {
  return store$2?.get(lang);
}
var store$1;
// @__NO_SIDE_EFFECTS__
function getSpecificMessage(reference2, lang) {
  return store$1?.get(reference2)?.get(lang);
}
// @__NO_SIDE_EFFECTS__
function _stringify(input) {
  const type = typeof input;
  if (type === "string") return `"${input}"`;
  if (type === "number" || type === "bigint" || type === "boolean") return `${input}`;
  if (type === "object" || type === "function") return (input && Object.getPrototypeOf(input)?.constructor?.name) ?? "null";
  return type;
}
function _addIssue(context, label, dataset, config$1, other) {
  const input = other && "input" in other ? other.input : dataset.value;
  const expected = other?.expected ?? context.expects ?? null;
  const received = other?.received ?? /* @__PURE__ */ _stringify(input);
  const issue = {
    kind: context.kind,
    type: context.type,
    input,
    expected,
    received,
    message: `Invalid ${label}: ${expected ? `Expected ${expected} but r` : "R"}eceived ${received}`,
    requirement: context.requirement,
    path: other?.path,
    issues: other?.issues,
    lang: config$1.lang,
    abortEarly: config$1.abortEarly,
    abortPipeEarly: config$1.abortPipeEarly
  };
  const isSchema = context.kind === "schema";
  const message$1 = other?.message ?? context.message ?? /* @__PURE__ */ getSpecificMessage(context.reference, issue.lang) ?? (isSchema ? /* @__PURE__ */ getSchemaMessage(issue.lang) : null) ?? config$1.message ?? /* @__PURE__ */ getGlobalMessage(issue.lang);
  if (message$1 !== void 0) issue.message = typeof message$1 === "function" ? message$1(issue) : message$1;
  if (isSchema) dataset.typed = false;
  if (dataset.issues) dataset.issues.push(issue);
  else dataset.issues = [issue];
}
// @__NO_SIDE_EFFECTS__
function _isSameValueZero(value1, value2) {
  return value1 === value2 || Number.isNaN(value1) && Number.isNaN(value2);
}
// @__NO_SIDE_EFFECTS__
function _isValidObjectKey(object$1, key) {
  return Object.prototype.hasOwnProperty.call(object$1, key) && key !== "__proto__" && key !== "prototype" && key !== "constructor";
}
// @__NO_SIDE_EFFECTS__
function _joinExpects(values$1, separator) {
  const list = [...new Set(values$1)];
  if (list.length > 1) return `(${list.join(` ${separator} `)})`;
  return list[0] ?? "never";
}
function _standardSchema(schema) {
  schema["~standard"] = {
    version: 1,
    vendor: "valibot",
    validate: (value$1) => schema["~run"]({ value: value$1 }, /* @__PURE__ */ getGlobalConfig())
  };
  return schema;
}
// @__NO_SIDE_EFFECTS__
function getDotPath(issue) {
  if (issue.path) {
    let key = "";
    for (const item of issue.path) if (typeof item.key === "string" || typeof item.key === "number") if (key) key += `.${item.key}`;
    else key += item.key;
    else return null;
    return key;
  }
  return null;
}
var EMOJI_REGEX = new RegExp("^(?:[\\u{1F1E6}-\\u{1F1FF}]{2}|\\u{1F3F4}[\\u{E0061}-\\u{E007A}]{2}[\\u{E0030}-\\u{E0039}\\u{E0061}-\\u{E007A}]{1,3}\\u{E007F}|(?:\\p{Emoji}\\uFE0F\\u20E3?|\\p{Emoji_Modifier_Base}\\p{Emoji_Modifier}?|(?![\\p{Emoji_Modifier_Base}\\u{1F1E6}-\\u{1F1FF}])\\p{Emoji_Presentation})(?:\\u200D(?:\\p{Emoji}\\uFE0F\\u20E3?|\\p{Emoji_Modifier_Base}\\p{Emoji_Modifier}?|(?![\\p{Emoji_Modifier_Base}\\u{1F1E6}-\\u{1F1FF}])\\p{Emoji_Presentation}))*)+$", "u");
// @__NO_SIDE_EFFECTS__
function check(requirement, message$1) {
  return {
    kind: "validation",
    type: "check",
    reference: check,
    async: false,
    expects: null,
    requirement,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function finite(message$1) {
  return {
    kind: "validation",
    type: "finite",
    reference: finite,
    async: false,
    expects: null,
    requirement: Number.isFinite,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "finite", dataset, config$1);
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function integer(message$1) {
  return {
    kind: "validation",
    type: "integer",
    reference: integer,
    async: false,
    expects: null,
    requirement: Number.isInteger,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "integer", dataset, config$1);
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function maxLength(requirement, message$1) {
  return {
    kind: "validation",
    type: "max_length",
    reference: maxLength,
    async: false,
    expects: `<=${requirement}`,
    requirement,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && dataset.value.length > this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function metadata(metadata_) {
  return {
    kind: "metadata",
    type: "metadata",
    reference: metadata,
    metadata: metadata_
  };
}
// @__NO_SIDE_EFFECTS__
function minLength(requirement, message$1) {
  return {
    kind: "validation",
    type: "min_length",
    reference: minLength,
    async: false,
    expects: `>=${requirement}`,
    requirement,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && dataset.value.length < this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function _isPartiallyTyped(dataset, paths) {
  if (dataset.issues) for (const path of paths) for (const issue of dataset.issues) {
    let typed = false;
    const bound = Math.min(path.length, issue.path?.length ?? 0);
    for (let index = 0; index < bound; index++) if (path[index] !== issue.path[index].key && (path[index] !== "$" || issue.path[index].type !== "array")) {
      typed = true;
      break;
    }
    if (!typed) return false;
  }
  return true;
}
// @__NO_SIDE_EFFECTS__
function partialCheck(paths, requirement, message$1) {
  return {
    kind: "validation",
    type: "partial_check",
    reference: partialCheck,
    async: false,
    expects: null,
    paths,
    requirement,
    message: message$1,
    "~run"(dataset, config$1) {
      if ((dataset.typed || /* @__PURE__ */ _isPartiallyTyped(dataset, paths)) && !this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function rawCheck(action) {
  return {
    kind: "validation",
    type: "raw_check",
    reference: rawCheck,
    async: false,
    expects: null,
    "~run"(dataset, config$1) {
      action({
        dataset,
        config: config$1,
        addIssue: (info) => _addIssue(this, info?.label ?? "input", dataset, config$1, info)
      });
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function transform(operation) {
  return {
    kind: "transformation",
    type: "transform",
    reference: transform,
    async: false,
    operation,
    "~run"(dataset) {
      dataset.value = this.operation(dataset.value);
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function trim() {
  return {
    kind: "transformation",
    type: "trim",
    reference: trim,
    async: false,
    "~run"(dataset) {
      dataset.value = dataset.value.trim();
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function url(message$1) {
  return {
    kind: "validation",
    type: "url",
    reference: url,
    async: false,
    expects: null,
    requirement(input) {
      try {
        if (URL.canParse) return URL.canParse(input);
        new URL(input);
        return true;
      } catch {
        return false;
      }
    },
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "URL", dataset, config$1);
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function getFallback(schema, dataset, config$1) {
  return typeof schema.fallback === "function" ? schema.fallback(dataset, config$1) : schema.fallback;
}
// @__NO_SIDE_EFFECTS__
function fallback(schema, fallback$1) {
  return _standardSchema({
    ...schema,
    fallback: fallback$1,
    "~run"(dataset, config$1) {
      const outputDataset = schema["~run"](dataset, config$1);
      return outputDataset.issues ? {
        typed: true,
        value: /* @__PURE__ */ getFallback(this, outputDataset, config$1)
      } : outputDataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function forward(action, path) {
  return {
    ...action,
    "~run"(dataset, config$1) {
      const prevIssues = dataset.issues && [...dataset.issues];
      dataset = action["~run"](dataset, config$1);
      if (dataset.issues) {
        for (const issue of dataset.issues) if (!prevIssues?.includes(issue)) {
          let pathInput = dataset.value;
          for (const key of path) {
            const pathValue = pathInput[key];
            const pathItem = {
              type: "unknown",
              origin: "value",
              input: pathInput,
              key,
              value: pathValue
            };
            if (issue.path) issue.path.push(pathItem);
            else issue.path = [pathItem];
            if (!pathValue) break;
            pathInput = pathValue;
          }
        }
      }
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function getDefault(schema, dataset, config$1) {
  return typeof schema.default === "function" ? schema.default(dataset, config$1) : schema.default;
}
// @__NO_SIDE_EFFECTS__
function getMetadata(schema) {
  const result = {};
  function depthFirstMerge(schema$1) {
    if ("pipe" in schema$1) {
      for (const item of schema$1.pipe) if (item.kind === "schema" && "pipe" in item) depthFirstMerge(item);
      else if (item.kind === "metadata" && item.type === "metadata") Object.assign(result, item.metadata);
    }
  }
  depthFirstMerge(schema);
  return result;
}
// @__NO_SIDE_EFFECTS__
function array(item, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "array",
    reference: array,
    expects: "Array",
    async: false,
    item,
    message: message$1,
    "~run"(dataset, config$1) {
      const input = dataset.value;
      if (Array.isArray(input)) {
        dataset.typed = true;
        dataset.value = [];
        for (let key = 0; key < input.length; key++) {
          const value$1 = input[key];
          const itemDataset = this.item["~run"]({ value: value$1 }, config$1);
          if (itemDataset.issues) {
            const pathItem = {
              type: "array",
              origin: "value",
              input,
              key,
              value: value$1
            };
            for (const issue of itemDataset.issues) {
              if (issue.path) issue.path.unshift(pathItem);
              else issue.path = [pathItem];
              dataset.issues?.push(issue);
            }
            if (!dataset.issues) dataset.issues = itemDataset.issues;
            if (config$1.abortEarly) {
              dataset.typed = false;
              break;
            }
          }
          if (!itemDataset.typed) dataset.typed = false;
          dataset.value.push(itemDataset.value);
        }
      } else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function boolean(message$1) {
  return _standardSchema({
    kind: "schema",
    type: "boolean",
    reference: boolean,
    expects: "boolean",
    async: false,
    message: message$1,
    "~run"(dataset, config$1) {
      if (typeof dataset.value === "boolean") dataset.typed = true;
      else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function custom(check$1, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "custom",
    reference: custom,
    expects: "unknown",
    async: false,
    check: check$1,
    message: message$1,
    "~run"(dataset, config$1) {
      if (this.check(dataset.value)) dataset.typed = true;
      else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function _merge(value1, value2) {
  if (typeof value1 === typeof value2) {
    if (/* @__PURE__ */ _isSameValueZero(value1, value2) || value1 instanceof Date && value2 instanceof Date && /* @__PURE__ */ _isSameValueZero(+value1, +value2)) return { value: value1 };
    if (value1 && value2 && value1.constructor === Object && value2.constructor === Object) {
      const nextValue = {
        ...value1,
        ...value2
      };
      for (const key in value2) if (Object.prototype.hasOwnProperty.call(value1, key) && Object.prototype.hasOwnProperty.call(value2, key)) {
        const dataset = /* @__PURE__ */ _merge(value1[key], value2[key]);
        if (dataset.issue) return dataset;
        nextValue[key] = dataset.value;
      }
      return { value: nextValue };
    }
    if (Array.isArray(value1) && Array.isArray(value2)) {
      if (value1.length === value2.length) {
        const nextValue = [...value1];
        for (let index = 0; index < value1.length; index++) {
          const dataset = /* @__PURE__ */ _merge(value1[index], value2[index]);
          if (dataset.issue) return dataset;
          nextValue[index] = dataset.value;
        }
        return { value: nextValue };
      }
    }
  }
  return { issue: true };
}
// @__NO_SIDE_EFFECTS__
function intersect(options, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "intersect",
    reference: intersect,
    expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "&"),
    async: false,
    options,
    message: message$1,
    "~run"(dataset, config$1) {
      if (this.options.length) {
        const input = dataset.value;
        let outputs;
        dataset.typed = true;
        for (const schema of this.options) {
          const optionDataset = schema["~run"]({ value: input }, config$1);
          if (optionDataset.issues) {
            if (dataset.issues) for (const issue of optionDataset.issues) dataset.issues.push(issue);
            else dataset.issues = optionDataset.issues;
            if (config$1.abortEarly) {
              dataset.typed = false;
              break;
            }
          }
          if (!optionDataset.typed) dataset.typed = false;
          if (dataset.typed) if (outputs) outputs.push(optionDataset.value);
          else outputs = [optionDataset.value];
        }
        if (dataset.typed) {
          dataset.value = outputs[0];
          for (let index = 1; index < outputs.length; index++) {
            const mergeDataset = /* @__PURE__ */ _merge(dataset.value, outputs[index]);
            if (mergeDataset.issue) {
              _addIssue(this, "type", dataset, config$1, { received: "unknown" });
              break;
            }
            dataset.value = mergeDataset.value;
          }
        }
      } else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function looseObject(entries$1, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "loose_object",
    reference: looseObject,
    expects: "Object",
    async: false,
    entries: entries$1,
    message: message$1,
    "~run"(dataset, config$1) {
      const input = dataset.value;
      if (input && typeof input === "object") {
        dataset.typed = true;
        dataset.value = {};
        for (const key in this.entries) {
          const valueSchema = this.entries[key];
          if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
            const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
            const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
            if (valueDataset.issues) {
              const pathItem = {
                type: "object",
                origin: "value",
                input,
                key,
                value: value$1
              };
              for (const issue of valueDataset.issues) {
                if (issue.path) issue.path.unshift(pathItem);
                else issue.path = [pathItem];
                dataset.issues?.push(issue);
              }
              if (!dataset.issues) dataset.issues = valueDataset.issues;
              if (config$1.abortEarly) {
                dataset.typed = false;
                break;
              }
            }
            if (!valueDataset.typed) dataset.typed = false;
            dataset.value[key] = valueDataset.value;
          } else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
          else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
            _addIssue(this, "key", dataset, config$1, {
              input: void 0,
              expected: `"${key}"`,
              path: [{
                type: "object",
                origin: "key",
                input,
                key,
                value: input[key]
              }]
            });
            if (config$1.abortEarly) break;
          }
        }
        if (!dataset.issues || !config$1.abortEarly) {
          for (const key in input) if (/* @__PURE__ */ _isValidObjectKey(input, key) && !Object.prototype.hasOwnProperty.call(this.entries, key)) dataset.value[key] = input[key];
        }
      } else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function null_(message$1) {
  return _standardSchema({
    kind: "schema",
    type: "null",
    reference: null_,
    expects: "null",
    async: false,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.value === null) dataset.typed = true;
      else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function nullable(wrapped, default_) {
  return _standardSchema({
    kind: "schema",
    type: "nullable",
    reference: nullable,
    expects: `(${wrapped.expects} | null)`,
    async: false,
    wrapped,
    default: default_,
    "~run"(dataset, config$1) {
      if (dataset.value === null) {
        if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
        if (dataset.value === null) {
          dataset.typed = true;
          return dataset;
        }
      }
      return this.wrapped["~run"](dataset, config$1);
    }
  });
}
// @__NO_SIDE_EFFECTS__
function nullish(wrapped, default_) {
  return _standardSchema({
    kind: "schema",
    type: "nullish",
    reference: nullish,
    expects: `(${wrapped.expects} | null | undefined)`,
    async: false,
    wrapped,
    default: default_,
    "~run"(dataset, config$1) {
      if (dataset.value === null || dataset.value === void 0) {
        if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
        if (dataset.value === null || dataset.value === void 0) {
          dataset.typed = true;
          return dataset;
        }
      }
      return this.wrapped["~run"](dataset, config$1);
    }
  });
}
// @__NO_SIDE_EFFECTS__
function number2(message$1) {
  return _standardSchema({
    kind: "schema",
    type: "number",
    reference: number2,
    expects: "number",
    async: false,
    message: message$1,
    "~run"(dataset, config$1) {
      if (typeof dataset.value === "number" && !isNaN(dataset.value)) dataset.typed = true;
      else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function object(entries$1, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "object",
    reference: object,
    expects: "Object",
    async: false,
    entries: entries$1,
    message: message$1,
    "~run"(dataset, config$1) {
      const input = dataset.value;
      if (input && typeof input === "object") {
        dataset.typed = true;
        dataset.value = {};
        for (const key in this.entries) {
          const valueSchema = this.entries[key];
          if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
            const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
            const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
            if (valueDataset.issues) {
              const pathItem = {
                type: "object",
                origin: "value",
                input,
                key,
                value: value$1
              };
              for (const issue of valueDataset.issues) {
                if (issue.path) issue.path.unshift(pathItem);
                else issue.path = [pathItem];
                dataset.issues?.push(issue);
              }
              if (!dataset.issues) dataset.issues = valueDataset.issues;
              if (config$1.abortEarly) {
                dataset.typed = false;
                break;
              }
            }
            if (!valueDataset.typed) dataset.typed = false;
            dataset.value[key] = valueDataset.value;
          } else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
          else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
            _addIssue(this, "key", dataset, config$1, {
              input: void 0,
              expected: `"${key}"`,
              path: [{
                type: "object",
                origin: "key",
                input,
                key,
                value: input[key]
              }]
            });
            if (config$1.abortEarly) break;
          }
        }
      } else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function optional(wrapped, default_) {
  return _standardSchema({
    kind: "schema",
    type: "optional",
    reference: optional,
    expects: `(${wrapped.expects} | undefined)`,
    async: false,
    wrapped,
    default: default_,
    "~run"(dataset, config$1) {
      if (dataset.value === void 0) {
        if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
        if (dataset.value === void 0) {
          dataset.typed = true;
          return dataset;
        }
      }
      return this.wrapped["~run"](dataset, config$1);
    }
  });
}
// @__NO_SIDE_EFFECTS__
function picklist(options, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "picklist",
    reference: picklist,
    expects: /* @__PURE__ */ _joinExpects(options.map(_stringify), "|"),
    async: false,
    options,
    message: message$1,
    "~run"(dataset, config$1) {
      if (this.options.includes(dataset.value)) dataset.typed = true;
      else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function record(key, value$1, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "record",
    reference: record,
    expects: "Object",
    async: false,
    key,
    value: value$1,
    message: message$1,
    "~run"(dataset, config$1) {
      const input = dataset.value;
      if (input && typeof input === "object") {
        dataset.typed = true;
        dataset.value = {};
        for (const entryKey in input) if (/* @__PURE__ */ _isValidObjectKey(input, entryKey)) {
          const entryValue = input[entryKey];
          const keyDataset = this.key["~run"]({ value: entryKey }, config$1);
          if (keyDataset.issues) {
            const pathItem = {
              type: "object",
              origin: "key",
              input,
              key: entryKey,
              value: entryValue
            };
            for (const issue of keyDataset.issues) {
              issue.path = [pathItem];
              dataset.issues?.push(issue);
            }
            if (!dataset.issues) dataset.issues = keyDataset.issues;
            if (config$1.abortEarly) {
              dataset.typed = false;
              break;
            }
          }
          const valueDataset = this.value["~run"]({ value: entryValue }, config$1);
          if (valueDataset.issues) {
            const pathItem = {
              type: "object",
              origin: "value",
              input,
              key: entryKey,
              value: entryValue
            };
            for (const issue of valueDataset.issues) {
              if (issue.path) issue.path.unshift(pathItem);
              else issue.path = [pathItem];
              dataset.issues?.push(issue);
            }
            if (!dataset.issues) dataset.issues = valueDataset.issues;
            if (config$1.abortEarly) {
              dataset.typed = false;
              break;
            }
          }
          if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
          if (keyDataset.typed) dataset.value[keyDataset.value] = valueDataset.value;
        }
      } else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function string(message$1) {
  return _standardSchema({
    kind: "schema",
    type: "string",
    reference: string,
    expects: "string",
    async: false,
    message: message$1,
    "~run"(dataset, config$1) {
      if (typeof dataset.value === "string") dataset.typed = true;
      else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function _subIssues(datasets) {
  let issues;
  if (datasets) for (const dataset of datasets) if (issues) for (const issue of dataset.issues) issues.push(issue);
  else issues = dataset.issues;
  return issues;
}
// @__NO_SIDE_EFFECTS__
function union(options, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "union",
    reference: union,
    expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "|"),
    async: false,
    options,
    message: message$1,
    "~run"(dataset, config$1) {
      let validDataset;
      let typedDatasets;
      let untypedDatasets;
      for (const schema of this.options) {
        const optionDataset = schema["~run"]({ value: dataset.value }, config$1);
        if (optionDataset.typed) if (optionDataset.issues) if (typedDatasets) typedDatasets.push(optionDataset);
        else typedDatasets = [optionDataset];
        else {
          validDataset = optionDataset;
          break;
        }
        else if (untypedDatasets) untypedDatasets.push(optionDataset);
        else untypedDatasets = [optionDataset];
      }
      if (validDataset) return validDataset;
      if (typedDatasets) {
        if (typedDatasets.length === 1) return typedDatasets[0];
        _addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(typedDatasets) });
        dataset.typed = true;
      } else if (untypedDatasets?.length === 1) return untypedDatasets[0];
      else _addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(untypedDatasets) });
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function unknown() {
  return _standardSchema({
    kind: "schema",
    type: "unknown",
    reference: unknown,
    expects: "unknown",
    async: false,
    "~run"(dataset) {
      dataset.typed = true;
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function pipe(...pipe$1) {
  return _standardSchema({
    ...pipe$1[0],
    pipe: pipe$1,
    "~run"(dataset, config$1) {
      for (const item of pipe$1) if (item.kind !== "metadata") {
        if (dataset.issues && (item.kind === "schema" || item.kind === "transformation")) {
          dataset.typed = false;
          break;
        }
        if (!dataset.issues || !config$1.abortEarly && !config$1.abortPipeEarly) dataset = item["~run"](dataset, config$1);
      }
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function safeParse(schema, input, config$1) {
  const dataset = schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
  return {
    typed: dataset.typed,
    success: !dataset.issues,
    output: dataset.value,
    issues: dataset.issues
  };
}

// packages/operation/src/kinds.ts
var described = (schema, kind, words) => pipe(schema, metadata({ field: { ...kind, ...words } }));
function split(options) {
  const { title, description, placeholder, advanced, when, ...rules } = options;
  return [{ title, description, placeholder, advanced, when }, rules];
}
var matching = (pattern, problem) => check((value) => pattern === void 0 || pattern.test(value), problem);
function text(options) {
  const [words, { minLength: minLength2 = 1, maxLength: maxLength2 = 1e4, pattern, patternHint, multiline, problemOf }] = split(options);
  const schema = pipe(
    string("must be text"),
    trim(),
    minLength(
      minLength2,
      minLength2 === 1 ? "must not be empty" : `must have at least ${minLength2} characters`
    ),
    maxLength(maxLength2, `must have at most ${maxLength2} characters`),
    matching(pattern, `must be ${patternHint ?? "of the documented form"}`),
    rawCheck(({ dataset, addIssue }) => {
      const message = dataset.typed ? problemOf?.(dataset.value) : void 0;
      if (message !== void 0) addIssue({ message });
    })
  );
  return described(schema, { kind: "text", multiline, maxLength: maxLength2 }, words);
}
var flag = (words) => described(boolean("must be true or false"), { kind: "flag" }, words);
var bounded = (schema, { min = -Infinity, max = Infinity }) => {
  const bounds = min !== -Infinity && max !== Infinity ? `between ${min} and ${max}` : min !== -Infinity ? `at least ${min}` : `at most ${max}`;
  return pipe(
    schema,
    check((value) => value >= min && value <= max, `must be ${bounds}`)
  );
};
function count(options) {
  const [words, rules] = split(options);
  const whole = pipe(number2("must be a number"), integer("must be a whole number"));
  return described(bounded(whole, rules), { kind: "count", ...rules }, words);
}
function number3(options) {
  const [words, rules] = split(options);
  const finite2 = pipe(number2("must be a number"), finite("must be a finite number"));
  return described(bounded(finite2, rules), { kind: "number", ...rules }, words);
}
function duration(options) {
  const [words, { minMs, maxMs }] = split(options);
  const schema = pipe(
    number2("must be a length of time"),
    check(
      (value) => value >= minMs && value <= maxMs,
      `must be between ${formatDuration(minMs)} and ${formatDuration(maxMs)}`
    )
  );
  return described(schema, { kind: "duration", minMs, maxMs }, words);
}
function choice(options) {
  const [words, { choices }] = split(options);
  const names = Object.keys(choices);
  return described(
    picklist(names, `must be one of ${names.join(", ")}`),
    { kind: "choice", choices },
    words
  );
}
function texts(options) {
  const [words, { choices, pattern, patternHint }] = split(options);
  const one = choices ? picklist(Object.keys(choices), `must hold only ${Object.keys(choices).join(", ")}`) : pipe(
    string("must hold text only"),
    trim(),
    minLength(1, "must not hold empty text"),
    matching(pattern, `must hold only ${patternHint ?? "text of the documented form"}`)
  );
  return described(
    array(one, "must be a list"),
    { kind: "texts", choices },
    words
  );
}
var dots = /* @__PURE__ */ new Set([".", ".."]);
function reference(options) {
  const [words, { lookup, urlPattern, idTitle, dependsOn, pattern, patternHint }] = split(options);
  const schema = pipe(
    string("must be an ID"),
    trim(),
    minLength(1, "must not be empty"),
    check((value) => !dots.has(value), "must be an ID"),
    matching(pattern, `must be ${patternHint ?? "an ID"}`)
  );
  return described(schema, { kind: "reference", lookup, urlPattern, idTitle, dependsOn }, words);
}
function file(options) {
  const [words, rules] = split(options);
  const isSource = (value) => typeof value === "object" && value !== null && "open" in value && "name" in value;
  return described(custom(isSource, "must be a file"), { kind: "file", ...rules }, words);
}
function link(words) {
  const schema = pipe(
    string("must be a URL"),
    trim(),
    check(isHttpUrl, "must be a URL that starts with https://")
  );
  return described(schema, { kind: "link" }, words);
}
function isHttpUrl(value) {
  return /^https?:\/\//i.test(value) && URL.canParse(value);
}
var scalar = union(
  [string(), number2(), boolean(), null_()],
  "must hold text, numbers, switches or nothing"
);
function rows(options) {
  const [words, rules] = split(options);
  const schema = pipe(
    array(record(string(), scalar, "must be a table row"), "must be a list of rows"),
    minLength(1, "must have at least one row")
  );
  return described(schema, { kind: "rows", ...rules }, words);
}
var savedFile = (words) => described(
  custom(() => true),
  { kind: "saved-file" },
  words
);
var moment = (words) => described(string(), { kind: "moment" }, words);
var anything = (words) => described(unknown(), { kind: "any" }, words);
var figures = (words) => described(
  custom(() => true),
  { kind: "any", isFigures: true },
  words
);

// packages/operation/src/wait-inputs.ts
var second = 1e3;
var hour = 3600 * second;
var waitInputs = ({
  description,
  timeoutMs,
  maxTimeoutMs,
  pollIntervalMs,
  minPollIntervalMs = second,
  pollDescription = "Longest pause between two status checks; it starts at 1 second and grows to this"
}) => ({
  timeoutMs: optional(
    duration({ title: "Timeout", description, minMs: second, maxMs: maxTimeoutMs, advanced: true }),
    timeoutMs
  ),
  pollIntervalMs: optional(
    duration({
      title: "Poll Interval",
      description: pollDescription,
      minMs: minPollIntervalMs,
      maxMs: hour,
      advanced: true
    }),
    pollIntervalMs
  )
});

// packages/polling/src/job.ts
var isFinal = (state) => state === "succeeded" || state === "failed" || state === "cancelled";

// packages/upload/src/file-name.ts
var maxNameBytes = 255;
var controls = new RegExp("\\p{Cc}", "u");
var invisible = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u;
function checkFileName(name) {
  if (name.trim() === "") return "is empty";
  if (/[/\\]/.test(name)) return "has a slash in it: it must be a name without folders";
  if (controls.test(name)) return "has a line break or another control character in it";
  if (invisible.test(name)) return "has an invisible character in it (a byte order mark, for instance)";
  if (name === "." || name === "..") return "is no file name";
  if (new RegExp("\\p{Surrogate}", "u").test(name)) return "is no valid Unicode";
  if (utf8Bytes(name) > maxNameBytes) return `is longer than ${maxNameBytes} bytes`;
  return void 0;
}
var device = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;
function safeFileName(name, fallback2 = "download") {
  const base = name.split(/[/\\]/).at(-1) ?? "";
  const plain = shortened(base).replaceAll(new RegExp("\\p{Surrogate}", "gu"), "_").replaceAll(new RegExp(invisible, "gu"), "").replaceAll(/[\p{Cc}<>:"|?*]/gu, "_").replace(/^[\s.]+/, "").replace(/[\s.]+$/, "");
  const safe = device.test(plain) ? `_${plain}` : plain;
  return safe === "" ? fallback2 : cutToBytes(safe);
}
var utf8Bytes = (text2) => new TextEncoder().encode(text2).length;
var shortened = (name) => name.length <= 4 * maxNameBytes ? name : name.slice(0, 2 * maxNameBytes) + name.slice(-2 * maxNameBytes);
function cutToBytes(name) {
  if (utf8Bytes(name) <= maxNameBytes) return name;
  const [, extension = ""] = /(\.[A-Za-z0-9]{1,16})$/.exec(name) ?? [];
  const stem = name.slice(0, name.length - extension.length);
  const { read } = new TextEncoder().encodeInto(stem, new Uint8Array(maxNameBytes - extension.length));
  return (stem.slice(0, read) + extension).replace(/[\s.]+$/, "");
}

export {
  headerKey,
  bearer,
  token,
  basic,
  twoHeaders,
  TransportError,
  isTransportError,
  isAmbiguous,
  pause,
  sendUntilTaken,
  parseJson,
  jsonFields,
  getDotPath,
  minLength,
  partialCheck,
  rawCheck,
  transform,
  url,
  fallback,
  forward,
  getMetadata,
  array,
  boolean,
  intersect,
  looseObject,
  nullable,
  nullish,
  number2 as number,
  object,
  optional,
  record,
  string,
  union,
  unknown,
  pipe,
  safeParse,
  text,
  flag,
  count,
  number3 as number2,
  duration,
  choice,
  texts,
  reference,
  file,
  link,
  rows,
  savedFile,
  moment,
  anything,
  figures,
  waitInputs,
  isFinal,
  checkFileName,
  safeFileName
};
