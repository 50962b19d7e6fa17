import {
  endJobs,
  goOnLater,
  isAbandoned,
  isJob,
  isUnanswered,
  isUnfinished,
  jobName,
  openClient,
  waitStep
} from "./chunk-254C55KJ.mjs";
import {
  fileSink,
  parallelDeflater,
  tempScratch
} from "./chunk-SUVTKIVQ.mjs";
import {
  nodeClock
} from "./chunk-PNVHMPVM.mjs";
import {
  csvRow
} from "./chunk-ZSW2ZUDL.mjs";
import "./chunk-MSOSMPB5.mjs";
import "./chunk-NXAGABYC.mjs";
import "./chunk-T3LF6UAK.mjs";
import {
  sameFigures
} from "./chunk-KDVNJCYW.mjs";
import "./chunk-LSXZPIXW.mjs";
import "./chunk-O2OEQBPF.mjs";
import "./chunk-IUJGTDDR.mjs";
import "./chunk-Z6MGIYC7.mjs";
import {
  safeFileName
} from "./chunk-WTLKQS7A.mjs";
import {
  amountOf,
  creating,
  emptyReport,
  failureOf,
  figuresText,
  freshOutputFolder,
  isApiError,
  isCancelled2 as isCancelled,
  isEngineError,
  isFigures,
  jobStateName,
  namedOutputFolder,
  settledSoon,
  shownPath,
  temporaryFolder,
  timeOf,
  upperFirst,
  waitsForJob,
  workspaceFolder
} from "./chunk-VDHEZRE2.mjs";

// apps/github-action/src/run/run-operation.ts
import { crc32 } from "node:zlib";

// apps/github-action/src/cancel/failed-run.ts
function failedRun(error, { stage, step, book, observed }) {
  const { facts, status, succeeded } = observed;
  const failure = failureOf(error, step.face, step.operation.action);
  const isOver = hasFailed(error) || status === void 0 && isUnknown(error);
  const goingOn = isOver ? void 0 : book.open.findLast((job) => !isUnfinished(job));
  const snippet = goingOn && waitStep(step, stage.env, goingOn);
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
    failure: jobs === 0 ? withoutJob(ending) : (ends.details ?? []).join(" "),
    details: []
  };
}
function withoutJob({ step, book, observed }) {
  if (book.isUnclear && !observed.isCut) {
    return "It had been asked for, and no answer says whether it was started: look for it at the vendor.";
  }
  return waitsForJob(step.operation) ? "As far as is known, nothing had been started at the vendor." : "What had been sent to the vendor by then may have been carried out there.";
}
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
  return { details: end.said, ...last && goOnLater(step, stage.env, last) };
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
      const said = [snapshot.message, figuresText(snapshot.figures)].filter((text) => text !== void 0);
      return `${jobName(job)} is ${snapshot.rawStatus}${done}${said.length === 0 ? "" : ` (${said.join("; ")})`}`;
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
var maxTimes = 10;
var momentMs = 1e3;
var jobFact = ({ kind, id, name }) => name === void 0 ? { title: `ID of the ${kind.replaceAll("-", " ")}`, value: id, exact: true } : { title: "Job", value: name, exact: true };
function observe(now) {
  const transfers = /* @__PURE__ */ new Map();
  let upload;
  let job;
  let status;
  let succeeded = false;
  let figures = [];
  const keepFigures = (told = []) => {
    if (told.length > 0 && !sameFigures(told, figures.at(-1))) figures = [...figures, told].slice(-maxTimes);
  };
  return {
    meet(made) {
      job = made;
    },
    see(event) {
      if (event.type === "status") {
        if (job?.id !== event.job.id) figures = [];
        keepFigures(event.snapshot.figures);
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
    get isCut() {
      return upload?.totalBytes !== void 0 && upload.bytes < upload.totalBytes;
    },
    get figures() {
      return figures;
    },
    get facts() {
      return [
        ...job === void 0 ? [] : [jobFact(job)],
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
      return field === void 0 || value === void 0 || value === null ? [] : [[name, textOf(field, value)]];
    })
  );
}
function textOf(field, value) {
  if (isFigures(field)) return figuresJson(value);
  if (field.kind === "saved-file") return value.location;
  return Array.isArray(value) ? value.join("\n") : String(value);
}
var maxFigures = 60;
var maxFigureLength = 200;
var figuresJson = (figures) => JSON.stringify(
  Object.fromEntries(
    Object.entries(figures).filter((figure) => JSON.stringify(figure).length <= maxFigureLength).slice(0, maxFigures)
  )
);
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
  const lines = [columns, ...records.map((record) => columns.map((column) => record[column]))];
  const bytes = new TextEncoder().encode(lines.map((line) => `${csvRow(line)}
`).join(""));
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
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      cells[free(field, "result")] = cellOf(value);
    } else {
      for (const [column, cell] of Object.entries(value)) cells[free(column, field)] = cellOf(cell);
    }
  }
  return cells;
}
var cellOf = (value) => typeof value === "object" && value !== null ? JSON.stringify(value) : value;

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
  return { words: "was started", ...observed.job && goOnLater(step, env, observed.job) };
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
function openJobBook(runner, { kinds, onCancel, makesJobs, ...step }) {
  const records = [];
  const settled = /* @__PURE__ */ new Set();
  let policy = onCancel;
  let over = false;
  let left = false;
  const keyOf = ({ kind, id }) => `${kind} ${id}`;
  const ofJobs = () => records.filter(isJob);
  const open = () => over ? [] : ofJobs().filter((record) => !settled.has(keyOf(record)) && !isAbandoned(record));
  const save = () => {
    const jobs = open().slice(-maxJobs).map(({ kind, id, name, phase }) => ({ kind, id, name, phase }));
    const last = jobs.at(-1) ?? ofJobs().at(-1);
    const state = {
      ...step,
      kind: last?.kind ?? "",
      id: last?.id ?? "",
      name: last?.name,
      phase: last?.phase ?? creating,
      policy,
      done: over || last !== void 0 && jobs.length === 0,
      earlier: jobs.slice(0, -1)
    };
    runner.saveState(jobStateName, JSON.stringify(state));
  };
  const put = (record) => {
    const at = records.findIndex((one) => keyOf(one) === keyOf(record));
    if (at >= 0) records[at] = record;
    else records.push(record);
    save();
    if (at >= 0 || !isJob(record)) return;
    const outputs = Object.entries(kinds[record.kind]?.outputs(record.id) ?? {});
    for (const [name, value] of outputs) runner.setOutput(name, value);
  };
  if (makesJobs) save();
  return {
    keep: async (record) => put(record),
    earlier: async (kind, fingerprint) => records.findLast((one) => one.kind === kind && one.fingerprint === fingerprint),
    waitsFor(reference) {
      if (kinds[reference.kind] === void 0) return;
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
      if (left || !makesJobs && records.length === 0) return;
      over = true;
      save();
    },
    leaveToPost() {
      left = true;
    },
    get open() {
      return open();
    },
    get isUnclear() {
      const last = records.at(-1);
      return last !== void 0 && isUnanswered(last);
    }
  };
}

// apps/github-action/src/run/keep-nursery-small.ts
import { setFlagsFromString } from "node:v8";
var flags = [
  // Once a tenth of it is full, not four fifths
  "--minor-gc-task-trigger=10",
  // At the size that it has: it would grow to 16 MiB
  "--semi-space-growth-factor=1",
  // With what its objects held freed by the same thread, which soon asks for as much: another is late at times
  "--no-concurrent-array-buffer-sweeping"
];
var keepNurserySmall = () => setFlagsFromString(flags.join(" "));

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
    kinds: host.jobs,
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
        const isNew = isJob(record) && observed.job?.id !== record.id;
        if (isNew) observed.meet(record);
        const kept = book.keep(record);
        const { title, value } = jobFact(record);
        if (isNew) stage.log.line(`${title}: ${value}`);
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
  const withFigures = (report) => ({ ...report, figures: observed.figures });
  try {
    const result = await settledSoon(operation.execute(context, given.raw), signal);
    progress.stop();
    const report = await reportOfResult(result, {
      ...ending,
      save: context.save,
      env: stage.env
    });
    return withFigures(report.outcome === "timed-out" ? await stopJobsOnTimeout(report, ending) : report);
  } catch (error) {
    progress.stop();
    if (isCancelled(signal)) return withFigures(await stopJobsOnCancel(ending));
    return withFigures(failedRun(signal.aborted ? signal.reason : error, ending));
  } finally {
    progress.stop();
    book.end();
    await client.close();
  }
}
export {
  runOperation
};
