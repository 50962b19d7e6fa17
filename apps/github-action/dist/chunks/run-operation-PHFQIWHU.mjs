import {
  endJobs,
  jobName,
  openClient,
  upperFirst,
  waitStep
} from "./chunk-RY6JWIBW.mjs";
import {
  fileSink,
  parallelDeflater,
  tempScratch
} from "./chunk-NRE5HTXF.mjs";
import {
  nodeClock
} from "./chunk-P2UDTX2N.mjs";
import "./chunk-IUBI2AEK.mjs";
import "./chunk-HHOMC7LC.mjs";
import "./chunk-Z6MGIYC7.mjs";
import {
  safeFileName
} from "./chunk-LF2N6B5Q.mjs";
import "./chunk-POCHAAXE.mjs";
import "./chunk-F2FUFMFC.mjs";
import {
  amountOf,
  creating,
  emptyReport,
  failureOf,
  freshOutputFolder,
  isAbandoned,
  isApiError,
  isCancelled2 as isCancelled,
  isEngineError,
  isUnfinished,
  jobStateName,
  namedOutputFolder,
  settledSoon,
  shownPath,
  temporaryFolder,
  timeOf,
  waitsForJob,
  workspaceFolder
} from "./chunk-SPUPTFJP.mjs";

// apps/github-action/src/run/run-operation.ts
import { crc32 } from "node:zlib";

// apps/github-action/src/cancel/failed-run.ts
function failedRun(error, { stage, step, book, observed }) {
  const { facts, status, succeeded } = observed;
  const failure = failureOf(error, step.face, step.operation.action);
  const isOver = hasFailed(error) || status === void 0 && isUnknown(error);
  const goingOn = isOver ? void 0 : book.open.findLast((job) => !isUnfinished(job));
  const snippet = goingOn && waitStep(step, stage.env, goingOn.id);
  return {
    outcome: "failed",
    doing: step.operation.action,
    facts,
    files: [],
    outputs: status === void 0 ? {} : { status },
    ...failure,
    ...snippet !== void 0 && {
      next: [
        ...failure.next ?? [],
        succeeded ? "The job itself has ended well. To get its result later, use this step:" : "The job may still be under way. To wait for it later, use this step:"
      ],
      snippet
    }
  };
}
var hasFailed = (error) => isEngineError(error) && error.code === "job-failed";
var isUnknown = (error) => isApiError(error) && error.status === 404;

// apps/github-action/src/cancel/stop-jobs.ts
var onCancelMs = 5e3;
var onTimeoutMs = 3e4;
async function stopJobsOnCancel(ending) {
  const { step, given, observed } = ending;
  const jobs = ending.book.open.length;
  const ends = await stopJobs(ending, {
    policy: given.host.onCancel,
    withinMs: onCancelMs,
    tries: 3,
    sent: observed.sent
  });
  return {
    ...emptyReport,
    outcome: "cancelled",
    doing: step.operation.action,
    facts: observed.facts,
    outputs: observed.status === void 0 ? {} : { status: observed.status },
    ...ends,
    failure: jobs === 0 ? withoutJob(step) : (ends.details ?? []).join(" "),
    details: []
  };
}
var withoutJob = ({ operation }) => waitsForJob(operation) ? "As far as is known, nothing had been started at the vendor." : "What had been sent to the vendor by then may have been carried out there.";
async function stopJobsOnTimeout(report, ending) {
  const { given } = ending;
  ending.book.decide(given.host.onTimeout);
  const ends = await stopJobs(ending, {
    policy: given.host.onTimeout,
    withinMs: onTimeoutMs,
    tries: 3,
    sent: "all"
  });
  return { ...report, ...ends, next: [...report.next ?? [], ...ends.next ?? []] };
}
async function stopJobs({ stage, step, book, client }, request) {
  const end = await endJobs({ client, cancels: step.host.catalog.cancels }, book.open, request);
  for (const job of end.settled) book.settle(job);
  if (end.failed) book.leaveToPost();
  if (end.failed) {
    return {
      details: end.said,
      next: ["When this workflow job is over, its post step tries to end it again."]
    };
  }
  const last = end.goingOn.at(-1);
  const snippet = last && waitStep(step, stage.env, last.id);
  if (snippet === void 0) return { details: end.said };
  return { details: end.said, next: ["To wait for it later, use this step:"], snippet };
}

// packages/operation/src/progress-text.ts
function progressText(event) {
  switch (event.type) {
    case "phase":
      return event.title;
    case "warning":
      return event.message;
    case "status": {
      const { job, snapshot } = event;
      const done = snapshot.progress === void 0 ? "" : `, ${Math.floor(snapshot.progress * 100)} % done`;
      const said = snapshot.message === void 0 ? "" : ` (${snapshot.message})`;
      return `${jobName(job)} is ${snapshot.rawStatus}${done}${said}`;
    }
    case "fault":
      return `Could not look at ${jobName(event.job)}, ${event.faultsInARow} in a row: ${event.message}`;
    case "rows":
      return `${event.done} of ${event.total} rows done`;
    case "upload":
    case "download": {
      const share = event.totalBytes === void 0 ? "" : ` of ${event.totalBytes}`;
      return `${event.type === "upload" ? "Sent" : "Received"} ${event.bytes}${share} bytes of "${event.name}"`;
    }
  }
}

// apps/github-action/src/log/transfer-lines.ts
var tenths = 10;
var lineEveryMs = 3e4;
var measurableMs = 250;
function transferLines(clock) {
  const transfers = /* @__PURE__ */ new Map();
  const line = (event) => {
    const { type, name, bytes, totalBytes } = event;
    const key = `${type} ${name}`;
    const now = clock.now();
    const known = transfers.get(key);
    const transfer = known && known.last.bytes <= bytes ? known : { last: event, firstBytes: bytes, startedAtMs: now, saidBytes: 0, saidTenth: 0, saidAtMs: now };
    transfers.set(key, transfer);
    transfer.last = event;
    const tenth = totalBytes ? Math.floor(bytes / totalBytes * tenths) : 0;
    const isOver = bytes === totalBytes && transfer.saidBytes !== bytes;
    if (!isOver && tenth <= transfer.saidTenth && now - transfer.saidAtMs < lineEveryMs) return void 0;
    return say(transfer, tenth);
  };
  const say = (transfer, tenth) => {
    transfer.saidTenth = tenth;
    transfer.saidBytes = transfer.last.bytes;
    transfer.saidAtMs = clock.now();
    return lineOf(transfer.last, transfer, transfer.saidAtMs - transfer.startedAtMs);
  };
  return {
    line,
    rest: () => [...transfers.values()].filter(({ last, saidBytes }) => last.totalBytes === void 0 && last.bytes !== saidBytes).map((transfer) => say(transfer, 0))
  };
}
function lineOf({ type, name, bytes, totalBytes }, { firstBytes }, tookMs) {
  const verb = type === "upload" ? "Sent" : "Received";
  const perMs = tookMs >= measurableMs ? (bytes - firstBytes) / tookMs : 0;
  const rate = perMs > 0 ? `, ${amountOf(perMs * 1e3)}/s` : "";
  if (bytes === totalBytes) {
    return `${verb} all ${amountOf(bytes)} of "${name}"${tookMs >= 1e3 ? ` in ${timeOf(tookMs)}` : ""}${rate}`;
  }
  if (totalBytes === void 0) return `${verb} ${amountOf(bytes)} of "${name}"${rate}`;
  const share = `${Math.floor(bytes / totalBytes * 100)} %`;
  const left = perMs > 0 ? `, about ${timeOf(Math.max(1e3, (totalBytes - bytes) / perMs))} left` : "";
  return `${verb} ${amountOf(bytes)} of ${amountOf(totalBytes)} of "${name}" (${share})${rate}${left}`;
}

// apps/github-action/src/log/progress-log.ts
var silenceMs = 6e4;
var rowsEveryMs = 1e4;
function startProgressLog(log, clock) {
  const transfers = transferLines(clock);
  const over = new AbortController();
  let phase = "at work";
  let phaseAtMs = clock.now();
  let status;
  let rowsAtMs = -Infinity;
  const sayRest = () => transfers.rest().forEach(log.line);
  const tell = (event) => {
    switch (event.type) {
      case "phase":
        sayRest();
        phase = event.title;
        phaseAtMs = clock.now();
        status = void 0;
        return log.group(event.title);
      case "warning":
        return log.warning(event.message);
      case "status":
        status = event.snapshot.rawStatus;
        return log.line(upperFirst(progressText(event)));
      case "fault":
        return log.line(progressText(event));
      case "rows":
        if (event.done < event.total && clock.now() - rowsAtMs < rowsEveryMs) return;
        rowsAtMs = clock.now();
        return log.line(progressText(event));
      case "upload":
      case "download": {
        const line = transfers.line(event);
        if (line !== void 0) log.line(line);
      }
    }
  };
  const beat = async () => {
    for (; ; ) {
      await clock.sleep(Math.max(1, log.lastLineAtMs + silenceMs - clock.now()), over.signal);
      if (clock.now() - log.lastLineAtMs < silenceMs) continue;
      const what = status === void 0 ? phase : `status ${status}`;
      log.line(`Still running after ${timeOf(clock.now() - phaseAtMs)}: ${what}`);
    }
  };
  void beat().catch(() => void 0);
  return {
    tell,
    stop() {
      if (!over.signal.aborted) sayRest();
      over.abort();
      log.endGroup();
    }
  };
}

// apps/github-action/src/outcome/observed.ts
var momentMs = 1e3;
var idTitle = (kind) => `ID of the ${kind.replaceAll("-", " ")}`;
function observe(now) {
  const transfers = /* @__PURE__ */ new Map();
  let upload;
  let job;
  let status;
  let succeeded = false;
  return {
    meet(made) {
      job = made;
    },
    see(event) {
      if (event.type === "status") {
        job = event.job;
        status = event.snapshot.rawStatus;
        succeeded = event.snapshot.state === "succeeded";
      } else if (event.type === "fault") job ??= event.job;
      else if (event.type === "upload" || event.type === "download") {
        const key = `${event.type} ${event.name}`;
        const startedAtMs = transfers.get(key)?.startedAtMs ?? now();
        const transfer = { ...event, startedAtMs, endedAtMs: now() };
        transfers.set(key, transfer);
        if (event.type === "upload") upload = transfer;
      }
    },
    get job() {
      return job;
    },
    get status() {
      return status;
    },
    get succeeded() {
      return succeeded;
    },
    get sent() {
      if (upload === void 0) return "part";
      if (upload.totalBytes === void 0) return "unknown";
      return upload.bytes >= upload.totalBytes ? "all" : "part";
    },
    get facts() {
      return [
        ...job === void 0 ? [] : [{ title: idTitle(job.kind), value: job.id, exact: true }],
        ...status === void 0 ? [] : [{ title: "Last status", value: status, exact: true }],
        ...[...transfers.values()].map(factOf)
      ];
    },
    get transfers() {
      return [...transfers.values()].filter((one) => !isTold(one)).map(factOf);
    }
  };
}
function factOf(transfer) {
  const { type, name, bytes, totalBytes } = transfer;
  const tookMs = tookMsOf(transfer);
  const whole = totalBytes === void 0 || bytes >= totalBytes ? "" : ` of ${amountOf(totalBytes)}`;
  const pace = tookMs < momentMs ? "" : ` in ${timeOf(tookMs)}, ${amountOf(bytes / tookMs * 1e3)}/s`;
  return {
    title: type === "upload" ? "Sent" : "Received",
    value: name,
    exact: true,
    note: `${amountOf(bytes)}${whole}${pace}`
  };
}
var isTold = (transfer) => transfer.type === "download" && tookMsOf(transfer) < momentMs;
var tookMsOf = ({ startedAtMs, endedAtMs }) => endedAtMs - startedAtMs;

// apps/github-action/src/text/sentence-case.ts
var sentenceCase = (title) => title.replace(/(?<=\s)[A-Z](?=[a-z])/g, (letter) => letter.toLowerCase());

// apps/github-action/src/outcome/result-outputs.ts
function resultOutputs({ outputs }, result) {
  return Object.fromEntries(
    outputs.flatMap(({ name, field }) => {
      const value = field && result[field.name];
      return field === void 0 || value === void 0 || value === null ? [] : [[name, textOf(field.kind, value)]];
    })
  );
}
var textOf = (kind, value) => kind === "saved-file" ? value.location : Array.isArray(value) ? value.join("\n") : String(value);
var factKinds = /* @__PURE__ */ new Set(["text", "choice", "count", "number", "moment", "link", "saved-file", "duration"]);
var resultFacts = ({ outputs }, result, workspace) => outputs.flatMap((output) => factOf2(output, result, workspace) ?? []);
function factOf2({ field }, result, workspace) {
  const value = field && result[field.name];
  if (!field || value === void 0 || value === null || !factKinds.has(field.kind)) return void 0;
  if (field.name.endsWith("Token")) return void 0;
  const title = sentenceCase(field.title);
  if (field.kind === "saved-file") return fileFact(title, value, workspace);
  const text = String(value);
  return {
    title,
    value: text,
    exact: field.kind === "text" || field.kind === "choice",
    ...field.kind === "link" ? { url: text } : {}
  };
}
var fileFact = (title, { location, bytes }, workspace) => ({
  title,
  value: shownPath(location, workspace),
  exact: true,
  note: amountOf(bytes)
});
var resultFiles = ({ outputs }, result) => outputs.flatMap(({ field }) => {
  const value = field?.kind === "saved-file" ? result[field.name] : void 0;
  return value === void 0 || value === null ? [] : [value];
});

// node_modules/csv-stringify/lib/utils/get.js
var charCodeOfDot = ".".charCodeAt(0);
var reEscapeChar = /\\(\\)?/g;
var rePropName = RegExp(
  // Match anything that isn't a dot or bracket.
  `[^.[\\]]+|\\[(?:([^"'][^[]*)|(["'])((?:(?!\\2)[^\\\\]|\\\\.)*?)\\2)\\]|(?=(?:\\.|\\[\\])(?:\\.|\\[\\]|$))`,
  "g"
);
var reIsDeepProp = /\.|\[(?:[^[\]]*|(["'])(?:(?!\1)[^\\]|\\.)*?\1)\]/;
var reIsPlainProp = /^\w*$/;
var getTag = function(value) {
  return Object.prototype.toString.call(value);
};
var isSymbol = function(value) {
  const type = typeof value;
  return type === "symbol" || type === "object" && value && getTag(value) === "[object Symbol]";
};
var isKey = function(value, object) {
  if (Array.isArray(value)) {
    return false;
  }
  const type = typeof value;
  if (type === "number" || type === "symbol" || type === "boolean" || !value || isSymbol(value)) {
    return true;
  }
  return reIsPlainProp.test(value) || !reIsDeepProp.test(value) || object != null && value in Object(object);
};
var stringToPath = function(string) {
  const result = [];
  if (string.charCodeAt(0) === charCodeOfDot) {
    result.push("");
  }
  string.replace(rePropName, function(match, expression, quote, subString) {
    let key = match;
    if (quote) {
      key = subString.replace(reEscapeChar, "$1");
    } else if (expression) {
      key = expression.trim();
    }
    result.push(key);
  });
  return result;
};
var castPath = function(value, object) {
  if (Array.isArray(value)) {
    return value;
  } else {
    return isKey(value, object) ? [value] : stringToPath(value);
  }
};
var toKey = function(value) {
  if (typeof value === "string" || isSymbol(value)) return value;
  const result = `${value}`;
  return result == "0" && 1 / value == -Infinity ? "-0" : result;
};
var get = function(object, path) {
  path = castPath(path, object);
  let index = 0;
  const length = path.length;
  while (object != null && index < length) {
    object = object[toKey(path[index++])];
  }
  return index && index === length ? object : void 0;
};

// node_modules/csv-stringify/lib/utils/is_object.js
var is_object = function(obj) {
  return typeof obj === "object" && obj !== null && !Array.isArray(obj);
};

// node_modules/csv-stringify/lib/api/normalize_columns.js
var normalize_columns = function(columns) {
  if (columns === void 0 || columns === null) {
    return [void 0, void 0];
  }
  if (typeof columns !== "object") {
    return [Error('Invalid option "columns": expect an array or an object')];
  }
  if (!Array.isArray(columns)) {
    const newcolumns = [];
    for (const k in columns) {
      newcolumns.push({
        key: k,
        header: columns[k]
      });
    }
    columns = newcolumns;
  } else {
    const newcolumns = [];
    for (const column of columns) {
      if (typeof column === "string") {
        newcolumns.push({
          key: column,
          header: column
        });
      } else if (typeof column === "object" && column !== null && !Array.isArray(column)) {
        if (!column.key) {
          return [
            Error('Invalid column definition: property "key" is required')
          ];
        }
        if (column.header === void 0) {
          column.header = column.key;
        }
        newcolumns.push(column);
      } else {
        return [
          Error("Invalid column definition: expect a string or an object")
        ];
      }
    }
    columns = newcolumns;
  }
  return [void 0, columns];
};

// node_modules/csv-stringify/lib/api/CsvError.js
var CsvError = class _CsvError extends Error {
  constructor(code, message, ...contexts) {
    if (Array.isArray(message)) message = message.join(" ");
    super(message);
    if (Error.captureStackTrace !== void 0) {
      Error.captureStackTrace(this, _CsvError);
    }
    this.code = code;
    for (const context of contexts) {
      for (const key in context) {
        const value = context[key];
        this[key] = Buffer.isBuffer(value) ? value.toString() : value == null ? value : JSON.parse(JSON.stringify(value));
      }
    }
  }
};

// node_modules/csv-stringify/lib/utils/underscore.js
var underscore = function(str) {
  return str.replace(/([A-Z])/g, function(_, match) {
    return "_" + match.toLowerCase();
  });
};

// node_modules/csv-stringify/lib/api/normalize_options.js
var normalize_options = function(opts) {
  const options = {};
  for (const opt in opts) {
    options[underscore(opt)] = opts[opt];
  }
  if (options.bom === void 0 || options.bom === null || options.bom === false) {
    options.bom = false;
  } else if (options.bom !== true) {
    return [
      new CsvError("CSV_OPTION_BOOLEAN_INVALID_TYPE", [
        "option `bom` is optional and must be a boolean value,",
        `got ${JSON.stringify(options.bom)}`
      ])
    ];
  }
  if (options.delimiter === void 0 || options.delimiter === null) {
    options.delimiter = ",";
  } else if (Buffer.isBuffer(options.delimiter)) {
    options.delimiter = options.delimiter.toString();
  } else if (typeof options.delimiter !== "string") {
    return [
      new CsvError("CSV_OPTION_DELIMITER_INVALID_TYPE", [
        "option `delimiter` must be a buffer or a string,",
        `got ${JSON.stringify(options.delimiter)}`
      ])
    ];
  }
  if (options.quote === void 0 || options.quote === null) {
    options.quote = '"';
  } else if (options.quote === true) {
    options.quote = '"';
  } else if (options.quote === false) {
    options.quote = "";
  } else if (Buffer.isBuffer(options.quote)) {
    options.quote = options.quote.toString();
  } else if (typeof options.quote !== "string") {
    return [
      new CsvError("CSV_OPTION_QUOTE_INVALID_TYPE", [
        "option `quote` must be a boolean, a buffer or a string,",
        `got ${JSON.stringify(options.quote)}`
      ])
    ];
  }
  if (options.quoted === void 0 || options.quoted === null) {
    options.quoted = false;
  } else {
  }
  if (options.escape_formulas === void 0 || options.escape_formulas === null) {
    options.escape_formulas = false;
  } else if (typeof options.escape_formulas !== "boolean") {
    return [
      new CsvError("CSV_OPTION_ESCAPE_FORMULAS_INVALID_TYPE", [
        "option `escape_formulas` must be a boolean,",
        `got ${JSON.stringify(options.escape_formulas)}`
      ])
    ];
  }
  if (options.quoted_empty === void 0 || options.quoted_empty === null) {
    options.quoted_empty = void 0;
  } else {
  }
  if (options.quoted_match === void 0 || options.quoted_match === null || options.quoted_match === false) {
    options.quoted_match = null;
  } else if (!Array.isArray(options.quoted_match)) {
    options.quoted_match = [options.quoted_match];
  }
  if (options.quoted_match) {
    for (const quoted_match of options.quoted_match) {
      const isString = typeof quoted_match === "string";
      const isRegExp = quoted_match instanceof RegExp;
      if (!isString && !isRegExp) {
        return [
          new CsvError("CSV_OPTION_QUOTED_MATCH", [
            "option `quoted_match` must be a string or a regex,",
            `got ${JSON.stringify(options.quoted_match)}`
          ])
        ];
      }
    }
  }
  if (options.quoted_string === void 0 || options.quoted_string === null) {
    options.quoted_string = false;
  } else {
  }
  if (options.eof === void 0 || options.eof === null) {
    options.eof = true;
  } else {
  }
  if (options.escape === void 0 || options.escape === null) {
    options.escape = '"';
  } else if (Buffer.isBuffer(options.escape)) {
    options.escape = options.escape.toString();
  } else if (typeof options.escape !== "string") {
    return [
      Error(
        `Invalid Option: escape must be a buffer or a string, got ${JSON.stringify(options.escape)}`
      )
    ];
  }
  if (options.escape.length > 1) {
    return [
      Error(
        `Invalid Option: escape must be one character, got ${options.escape.length} characters`
      )
    ];
  }
  if (options.header === void 0 || options.header === null || options.header === false) {
    options.header = false;
  } else if (options.header !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_HEADER",
      [
        "option `header` is expected to be a boolean,",
        `got ${JSON.stringify(options.header)}`
      ],
      options
    );
  }
  if (options.header_as_comment === void 0 || options.header_as_comment === null || options.header_as_comment === false) {
    options.header_as_comment = false;
  } else if (options.header_as_comment === true) {
    options.header_as_comment = "#";
  } else if (Buffer.isBuffer(options.header_as_comment)) {
    options.header_as_comment = options.header_as_comment.toString();
  } else if (typeof options.header_as_comment !== "string") {
    throw new CsvError(
      "CSV_INVALID_OPTION_HEADER_AS_COMMENT",
      [
        "option `header_as_comment` must be a boolean, a string or a buffer,",
        `got ${JSON.stringify(options.header_as_comment)}`
      ],
      options
    );
  }
  const [errColumns, columns] = normalize_columns(options.columns);
  if (errColumns !== void 0) return [errColumns];
  options.columns = columns;
  if (options.quoted === void 0 || options.quoted === null) {
    options.quoted = false;
  } else {
  }
  if (options.cast === void 0 || options.cast === null) {
    options.cast = {};
  } else {
  }
  if (options.cast.bigint === void 0 || options.cast.bigint === null) {
    options.cast.bigint = (value) => "" + value;
  }
  if (options.cast.boolean === void 0 || options.cast.boolean === null) {
    options.cast.boolean = (value) => value ? "1" : "";
  }
  if (options.cast.date === void 0 || options.cast.date === null) {
    options.cast.date = (value) => "" + value.getTime();
  }
  if (options.cast.number === void 0 || options.cast.number === null) {
    options.cast.number = (value) => "" + value;
  }
  if (options.cast.object === void 0 || options.cast.object === null) {
    options.cast.object = (value) => JSON.stringify(value);
  }
  if (options.cast.string === void 0 || options.cast.string === null) {
    options.cast.string = function(value) {
      return value;
    };
  }
  if (options.on_record !== void 0 && typeof options.on_record !== "function") {
    return [Error(`Invalid Option: "on_record" must be a function.`)];
  }
  if (options.quote_record_delimiter === void 0 || options.quote_record_delimiter === null) {
    options.quote_record_delimiter = !options.record_delimiter;
  } else if (typeof options.quote_record_delimiter !== "boolean") {
    return [
      new CsvError("CSV_OPTION_QUOTE_RECORD_DELIMITER_INVALID_TYPE", [
        "option `quote_record_delimiter` must be a boolean,",
        `got ${JSON.stringify(options.quote_record_delimiter)}`
      ])
    ];
  }
  if (options.record_delimiter === void 0 || options.record_delimiter === null) {
    options.record_delimiter = "\n";
  } else if (Buffer.isBuffer(options.record_delimiter)) {
    options.record_delimiter = options.record_delimiter.toString();
  } else if (typeof options.record_delimiter !== "string") {
    return [
      Error(
        `Invalid Option: record_delimiter must be a buffer or a string, got ${JSON.stringify(options.record_delimiter)}`
      )
    ];
  }
  switch (options.record_delimiter) {
    case "unix":
      options.record_delimiter = "\n";
      break;
    case "mac":
      options.record_delimiter = "\r";
      break;
    case "windows":
      options.record_delimiter = "\r\n";
      break;
    case "ascii":
      options.record_delimiter = "";
      break;
    case "unicode":
      options.record_delimiter = "\u2028";
      break;
  }
  return [void 0, options];
};

// node_modules/csv-stringify/lib/api/index.js
var bom_utf8 = Buffer.from([239, 187, 191]);
var emits_separator = function(value, separators) {
  return separators.some(
    (separator) => separator.length !== 0 && (value.indexOf(separator) !== -1 || separator.length > 1 && (value + separator).indexOf(separator) < value.length)
  );
};
var matches_quoted_match = function(value, quoted_match) {
  if (!quoted_match) return false;
  return quoted_match.some(
    (pattern) => typeof pattern === "string" ? value.indexOf(pattern) !== -1 : value.search(pattern) !== -1
  );
};
var stringifier = function(options, state, info) {
  return {
    options,
    state,
    info,
    __transform: function(chunk, push) {
      if (!Array.isArray(chunk) && typeof chunk !== "object") {
        return Error(
          `Invalid Record: expect an array or an object, got ${JSON.stringify(chunk)}`
        );
      }
      if (this.info.records === 0) {
        if (Array.isArray(chunk)) {
          if (this.options.header === true && this.options.columns === void 0) {
            return Error(
              "Undiscoverable Columns: header option requires column option or object records"
            );
          }
        } else if (this.options.columns === void 0) {
          const [err2, columns] = normalize_columns(Object.keys(chunk));
          if (err2) return;
          this.options.columns = columns;
        }
      }
      if (this.info.records === 0) {
        this.bom(push);
        const err2 = this.headers(push);
        if (err2) return err2;
      }
      try {
        if (this.options.on_record) {
          this.options.on_record(chunk, this.info.records);
        }
      } catch (err2) {
        return err2;
      }
      let err, chunk_string;
      if (this.options.eof) {
        [err, chunk_string] = this.stringify(chunk);
        if (err) return err;
        if (chunk_string === void 0) {
          return;
        } else {
          chunk_string = chunk_string + this.options.record_delimiter;
        }
      } else {
        [err, chunk_string] = this.stringify(chunk);
        if (err) return err;
        if (chunk_string === void 0) {
          return;
        } else {
          if (this.options.header || this.info.records) {
            chunk_string = this.options.record_delimiter + chunk_string;
          }
        }
      }
      this.info.records++;
      push(chunk_string);
    },
    stringify: function(chunk, chunkIsHeader = false) {
      if (typeof chunk !== "object") {
        return [void 0, chunk];
      }
      const { columns } = this.options;
      const record = [];
      if (Array.isArray(chunk)) {
        const length = columns ? Math.min(chunk.length, columns.length) : chunk.length;
        for (let i = 0; i < length; i++) {
          const field = chunk[i];
          const [err, value] = this.__cast(field, {
            index: i,
            column: i,
            records: this.info.records,
            header: chunkIsHeader
          });
          if (err) return [err];
          record[i] = [value, field];
        }
      } else {
        for (let i = 0; i < columns.length; i++) {
          const field = get(chunk, columns[i].key);
          const [err, value] = this.__cast(field, {
            index: i,
            column: columns[i].key,
            records: this.info.records,
            header: chunkIsHeader
          });
          if (err) return [err];
          record[i] = [value, field];
        }
      }
      let csvrecord = "";
      for (let i = 0; i < record.length; i++) {
        let options2, err;
        let [value, field] = record[i];
        if (typeof value === "string") {
          options2 = this.options;
        } else if (is_object(value)) {
          options2 = { ...value };
          value = options2.value;
          delete options2.value;
          if (typeof value !== "string" && value !== void 0 && value !== null) {
            if (err)
              return [
                Error(
                  `Invalid Casting Value: returned value must return a string, null or undefined, got ${JSON.stringify(value)}`
                )
              ];
          }
          options2 = { ...this.options, ...options2 };
          [err, options2] = normalize_options(options2);
          if (err !== void 0) {
            return [err];
          }
        } else if (value === void 0 || value === null) {
          options2 = this.options;
        } else {
          return [
            Error(
              `Invalid Casting Value: returned value must return a string, an object, null or undefined, got ${JSON.stringify(value)}`
            )
          ];
        }
        const {
          delimiter,
          escape,
          quote,
          quoted,
          quoted_empty,
          quoted_string,
          quoted_match,
          record_delimiter,
          quote_record_delimiter,
          escape_formulas
        } = options2;
        if ("" === value && "" === field) {
          const quotedMatch = matches_quoted_match(value, quoted_match);
          const shouldQuote = quotedMatch || true === quoted_empty || true === quoted_string && false !== quoted_empty;
          if (shouldQuote === true) {
            value = quote + value + quote;
          }
          csvrecord += value;
        } else if (value) {
          if (typeof value !== "string") {
            return [
              Error(
                `Formatter must return a string, null or undefined, got ${JSON.stringify(value)}`
              )
            ];
          }
          const containsdelimiter = emits_separator(value, [delimiter]);
          const containsQuote = quote !== "" && value.indexOf(quote) >= 0;
          const containsEscape = value.indexOf(escape) >= 0 && escape !== quote;
          const containsRecordDelimiter = emits_separator(value, [
            record_delimiter,
            ...quote_record_delimiter === false ? [] : ["\n", "\r"]
          ]);
          const quotedString = quoted_string && typeof field === "string";
          const quotedMatch = matches_quoted_match(value, quoted_match);
          if (escape_formulas) {
            switch (value[0]) {
              case "-":
                if (typeof field === "number" || typeof field === "bigint") {
                  break;
                }
                value = `'${value}`;
                break;
              case "=":
              case "+":
              case "@":
              case "	":
              case "\r":
              case "\uFF1D":
              // Unicode '='
              case "\uFF0B":
              // Unicode '+'
              case "\uFF0D":
              // Unicode '-'
              case "\uFF20":
                value = `'${value}`;
                break;
            }
          }
          const shouldQuote = containsQuote === true || containsdelimiter || containsRecordDelimiter || quoted || quotedString || quotedMatch;
          if (shouldQuote === true && containsEscape === true) {
            value = value.replaceAll(escape, () => escape + escape);
          }
          if (containsQuote === true) {
            value = value.replaceAll(quote, () => escape + quote);
          }
          if (shouldQuote === true) {
            value = quote + value + quote;
          }
          csvrecord += value;
        } else if (quoted_empty === true || field === "" && quoted_string === true && quoted_empty !== false) {
          csvrecord += quote + quote;
        }
        if (i !== record.length - 1) {
          csvrecord += delimiter;
        }
      }
      return [void 0, csvrecord];
    },
    bom: function(push) {
      if (this.options.bom !== true) {
        return;
      }
      push(bom_utf8);
    },
    headers: function(push) {
      if (this.options.header === false) {
        return;
      }
      if (this.options.columns === void 0) {
        return;
      }
      let err;
      let headers = this.options.columns.map((column) => column.header);
      if (this.options.eof) {
        [err, headers] = this.stringify(headers, true);
        headers += this.options.record_delimiter;
      } else {
        [err, headers] = this.stringify(headers, true);
      }
      if (err) return err;
      if (this.options.header_as_comment) {
        headers = this.options.header_as_comment + " " + headers;
      }
      push(headers);
    },
    __cast: function(value, context) {
      const type = typeof value;
      try {
        if (type === "string") {
          return [void 0, this.options.cast.string(value, context)];
        } else if (type === "bigint") {
          return [void 0, this.options.cast.bigint(value, context)];
        } else if (type === "number") {
          return [void 0, this.options.cast.number(value, context)];
        } else if (type === "boolean") {
          return [void 0, this.options.cast.boolean(value, context)];
        } else if (value instanceof Date) {
          return [void 0, this.options.cast.date(value, context)];
        } else if (type === "object" && value !== null) {
          return [void 0, this.options.cast.object(value, context)];
        } else if (value === null && this.options.cast.null !== void 0) {
          return [void 0, this.options.cast.null(value, context)];
        } else if (value === void 0 && this.options.cast.undefined !== void 0) {
          return [void 0, this.options.cast.undefined(value, context)];
        } else {
          return [void 0, value];
        }
      } catch (err) {
        return [err];
      }
    }
  };
};

// node_modules/csv-stringify/lib/sync.js
var stringify = function(records, opts = {}) {
  const data = [];
  const [err, options] = normalize_options(opts);
  if (err !== void 0) throw err;
  const state = {
    stop: false
  };
  const info = {
    records: 0
  };
  const api = stringifier(options, state, info);
  for (const record of records) {
    const err2 = api.__transform(record, function(record2) {
      data.push(record2);
    });
    if (err2 !== void 0) throw err2;
  }
  if (data.length === 0) {
    api.bom((d) => {
      data.push(d);
    });
    const err2 = api.headers((headers) => {
      data.push(headers);
    });
    if (err2 !== void 0) throw err2;
  }
  return data.join("");
};

// apps/github-action/src/rows/rows-file.ts
function rowsFile(rows, outcomes, name) {
  const own = new Set(rows.flatMap((row) => Object.keys(row)));
  const free = (column, prefix) => own.has(column) ? `${prefix} ${column}` : column;
  const records = rows.map((row, index) => {
    const outcome = outcomes[index];
    if (!outcome) return { ...row };
    if (!outcome.ok) return { ...row, [free("error", "row")]: outcome.error.message };
    return { ...row, ...outputCells(outcome.output, free) };
  });
  const columns = [...new Set(records.flatMap((record) => Object.keys(record)))];
  const bytes = new TextEncoder().encode(stringify(records, { header: true, columns }));
  return {
    name,
    contentType: "text/csv",
    length: bytes.length,
    body: (async function* () {
      yield bytes;
    })()
  };
}
function outputCells(output, free) {
  const cells = {};
  for (const [field, value] of Object.entries(output)) {
    if (field === "row" || value === void 0) continue;
    if (typeof value !== "object" || value === null) cells[free(field, "result")] = value;
    else if (Array.isArray(value)) cells[free(field, "result")] = JSON.stringify(value);
    else {
      for (const [column, cell] of Object.entries(value)) {
        cells[free(column, field)] = typeof cell === "object" && cell !== null ? JSON.stringify(cell) : cell;
      }
    }
  }
  return cells;
}

// apps/github-action/src/outcome/report-of-rows.ts
var maxNamedRows = 5;
var fileName = "predictions.csv";
async function reportOfRows(outcomes, request) {
  const { doing, rows, facts, workspace } = request;
  const file = await request.save(rowsFile(rows, outcomes, fileName));
  const failed = outcomes.flatMap((outcome, index) => outcome.ok ? [] : [{ index, error: outcome.error }]);
  const named = failed.slice(0, maxNamedRows).map(({ index, error }) => `Row ${index + 1}: ${error.message}`);
  const rest = failed.length - named.length;
  const remedies = new Set(failed.flatMap(({ error }) => error.remedy ?? []));
  return {
    outcome: failed.length === 0 ? "succeeded" : "failed",
    doing,
    facts: [
      { title: "Rows", value: String(outcomes.length) },
      { title: "Failed rows", value: String(failed.length) },
      fileFact("Result", file, workspace),
      ...facts
    ],
    files: [file],
    outputs: {
      "result-path": file.location,
      rows: String(outcomes.length),
      "failed-rows": String(failed.length)
    },
    ...failed.length > 0 && {
      failure: `${failed.length} of ${outcomes.length} rows got no result.`,
      details: [...named, ...rest > 0 ? [`${rest} more: see the column "error" of the file.`] : []],
      next: [...remedies].slice(0, maxNamedRows)
    }
  };
}

// apps/github-action/src/outcome/report-of-result.ts
async function reportOfResult(result, request) {
  const { step, given, observed, save, env } = request;
  const workspace = workspaceFolder(env);
  const { face, operation } = step;
  if (operation.result !== "one") {
    const outcomes = operation.result === "rows" ? result : result.map((output) => ({ ok: true, output }));
    return reportOfRows(outcomes, {
      doing: operation.action,
      rows: givenRows(operation, given),
      facts: observed.transfers,
      save,
      workspace
    });
  }
  const told = result;
  const report = {
    outcome: "succeeded",
    doing: operation.action,
    facts: [...resultFacts(face, told, workspace), ...observed.transfers],
    files: resultFiles(face, told),
    outputs: resultOutputs(face, told)
  };
  if (told["pending"] !== true) return report;
  return given.raw["waitForCompletion"] === false ? { ...report, ...startedOnly(request) } : { ...report, outcome: "timed-out", ...timeoutOf(request) };
}
function startedOnly({ step, observed, env }) {
  const snippet = observed.job && waitStep(step, env, observed.job.id);
  return {
    words: "was started",
    ...snippet && { next: ["To wait for it later, use this step:"], snippet }
  };
}
function timeoutOf({ step, given, observed }) {
  const input = step.face.inputs.find(({ field }) => field?.name === "timeoutMs");
  const waitedMs = given.raw["timeoutMs"] ?? input?.field?.default;
  const waited = typeof waitedMs === "number" ? timeOf(waitedMs) : "the time given";
  const { job, status } = observed;
  const what = job ? jobName(job) : "the job";
  return {
    failure: `Waited ${waited} for ${what}, which had not ended: ${status === void 0 ? "no look at it succeeded" : `its last status was "${status}"`}.`,
    next: input ? [`Give a longer \`${input.name}\` where jobs may take so long.`] : []
  };
}
function givenRows({ inputFields }, { raw }) {
  const field = inputFields.find(({ kind }) => kind === "rows");
  return (field && raw[field.name]) ?? [];
}

// apps/github-action/src/state/job-book.ts
var maxJobs = 50;
function openJobBook(runner, { onCancel, makesJobs, ...step }) {
  const records = [];
  const settled = /* @__PURE__ */ new Set();
  let policy = onCancel;
  let over = false;
  let left = false;
  const keyOf = ({ kind, id }) => `${kind} ${id}`;
  const open = () => over ? [] : records.filter((record) => !settled.has(keyOf(record)) && !isAbandoned(record));
  const save = () => {
    const jobs = open().slice(-maxJobs).map(({ kind, id, phase }) => ({ kind, id, phase }));
    const last = jobs.at(-1) ?? records.at(-1);
    const state = {
      ...step,
      kind: last?.kind ?? "",
      id: last?.id ?? "",
      phase: last?.phase ?? creating,
      policy,
      done: over || records.length > 0 && jobs.length === 0,
      earlier: jobs.slice(0, -1)
    };
    runner.saveState(jobStateName, JSON.stringify(state));
  };
  const put = (record) => {
    const at = records.findIndex((one) => keyOf(one) === keyOf(record));
    if (at >= 0) records[at] = record;
    else records.push(record);
    save();
    if (at < 0) runner.setOutput("job-id", record.id);
  };
  if (makesJobs) save();
  return {
    keep: async (record) => put(record),
    earlier: async (kind, fingerprint) => records.findLast((one) => one.kind === kind && one.fingerprint === fingerprint),
    waitsFor(reference) {
      if (!records.some((one) => keyOf(one) === `${reference.kind} ${reference.id}`)) {
        put({ ...reference, phase: "awaited", fingerprint: "" });
      }
    },
    decide(next) {
      policy = next;
      save();
    },
    settle(job) {
      settled.add(keyOf(job));
      save();
    },
    end() {
      if (left || !makesJobs) return;
      over = true;
      save();
    },
    leaveToPost() {
      left = true;
    },
    get open() {
      return open();
    }
  };
}

// apps/github-action/src/run/keep-nursery-small.ts
import { setFlagsFromString } from "node:v8";
var keepNurserySmall = () => setFlagsFromString("--semi-space-growth-factor=1");

// apps/github-action/src/run/open-files.ts
function openFiles(named, env, signal) {
  let fresh;
  return async (file) => {
    const folder = namedOutputFolder(named, env) ?? (fresh ??= freshOutputFolder(env));
    return fileSink(folder).save({ ...file, name: safeFileName(file.name) }, signal);
  };
}

// apps/github-action/src/run/run-operation.ts
async function runOperation(request) {
  const { stage, step, given, signal } = request;
  const { operation, face, vendor, host } = step;
  keepNurserySmall();
  const client = await openClient(stage, host, given.credentials);
  const book = openJobBook(stage.runner, {
    vendor: vendor.name,
    step: face.step,
    onCancel: given.host.onCancel,
    makesJobs: waitsForJob(operation)
  });
  const observed = observe(nodeClock.now);
  const progress = startProgressLog(stage.log, nodeClock);
  const context = {
    client: client.client,
    clock: nodeClock,
    signal,
    random: Math.random,
    jobs: {
      earlier: book.earlier,
      keep(record) {
        const isNew = observed.job?.id !== record.id;
        observed.meet(record);
        const kept = book.keep(record);
        if (isNew) stage.log.line(`${idTitle(record.kind)}: ${record.id}`);
        return kept;
      }
    },
    scratch: tempScratch(temporaryFolder(stage.env)),
    deflater: parallelDeflater(),
    crc32,
    progress(event) {
      observed.see(event);
      if (observed.job) book.waitsFor(observed.job);
      progress.tell(event);
    },
    save: openFiles(request.outputFolder, stage.env, signal)
  };
  const ending = { stage, step, given, book, observed, client: client.client };
  try {
    const result = await settledSoon(operation.execute(context, given.raw), signal);
    progress.stop();
    const report = await reportOfResult(result, {
      ...ending,
      save: context.save,
      env: stage.env
    });
    return report.outcome === "timed-out" ? await stopJobsOnTimeout(report, ending) : report;
  } catch (error) {
    progress.stop();
    if (isCancelled(signal)) return await stopJobsOnCancel(ending);
    return failedRun(signal.aborted ? signal.reason : error, ending);
  } finally {
    progress.stop();
    book.end();
    await client.close();
  }
}
export {
  runOperation
};
