import {
  pauseBetweenSends
} from "./chunk-SNKFVKXG.mjs";
import {
  saveDownload
} from "./chunk-FY77K6R2.mjs";
import {
  walkList
} from "./chunk-FUJSN5NJ.mjs";
import {
  deflatedZip
} from "./chunk-765WF2A3.mjs";
import "./chunk-573LZVAE.mjs";
import {
  storedZip
} from "./chunk-6ADRUR63.mjs";
import {
  zipContentType
} from "./chunk-UI73M4Y7.mjs";
import "./chunk-QCTFJQAI.mjs";
import {
  csvTable
} from "./chunk-ZSW2ZUDL.mjs";
import {
  faultOf,
  isMissingApi,
  keyWords
} from "./chunk-FEKD5PR4.mjs";
import "./chunk-OQ2WWW7T.mjs";
import {
  isUploadOutcomeUnknown,
  isUploadUrlExpired
} from "./chunk-OEOLPVA5.mjs";
import {
  recordsOf,
  retrainJob,
  retrainJobIdOf,
  retraining,
  stateOfStatus,
  vendor,
  waitOutputs
} from "./chunk-7I2YHKLZ.mjs";
import {
  checkedTable
} from "./chunk-UVIHTZFW.mjs";
import "./chunk-NXAGABYC.mjs";
import "./chunk-BHVNCWOG.mjs";
import {
  pollUntilDone,
  waitForJob
} from "./chunk-A4AEMAC7.mjs";
import "./chunk-KDVNJCYW.mjs";
import "./chunk-LSXZPIXW.mjs";
import "./chunk-LCWEN4EU.mjs";
import "./chunk-O2OEQBPF.mjs";
import {
  toResumeToken
} from "./chunk-3TW3HCV5.mjs";
import {
  readTableHead
} from "./chunk-SJZOLP6C.mjs";
import {
  extensionFor,
  typeMismatch
} from "./chunk-S2KHAVPK.mjs";
import "./chunk-EMTKIY3Y.mjs";
import {
  peekSource
} from "./chunk-DWUKSRY7.mjs";
import "./chunk-42YFLU3Z.mjs";
import "./chunk-3OOVAMUB.mjs";
import {
  checkFileName,
  isTransportError,
  pause,
  sendUntilTaken
} from "./chunk-WTLKQS7A.mjs";
import {
  ApiError,
  EngineError,
  InputError,
  isApiError,
  isCancelled,
  isEngineError,
  isInputError,
  messageOf
} from "./chunk-VDHEZRE2.mjs";

// packages/prediction-one/src/training/read-columns.ts
var readyMs = 12e4;
var pauseMs = 5e3;
var isNotYet = (error) => isApiError(error) && faultOf(error) === void 0 && error.code !== "unauthorized" && (!isMissingApi(error) || error.status === 404);
async function readColumns({ client, clock, signal }, externalProcessId) {
  const endsAt = clock.now() + readyMs;
  for (; ; ) {
    try {
      return await client.getColumnInfo({ externalProcessId }, signal);
    } catch (error) {
      if (!isNotYet(error) || clock.now() + pauseMs > endsAt) throw error;
      await pause({ clock, signal }, pauseMs, `read the columns of upload ${externalProcessId}`);
    }
  }
}

// packages/prediction-one/src/scoring/expected-columns.ts
async function expectedColumns(world, trainingProcessId, targetColumn2) {
  const { rawColumnNames, trainingDataColumns } = await readColumns(world, trainingProcessId);
  const names = rawColumnNames ?? trainingDataColumns.map(({ name }) => name);
  return { names: new Set(names), optional: new Set(targetColumn2 === void 0 ? [] : [targetColumn2]) };
}

// packages/prediction-one/src/scoring/check-columns.ts
function columnError(row, { names, optional }) {
  const unknown = Object.keys(row).filter((name) => !names.has(name));
  const missing = [...names].filter((name) => !Object.hasOwn(row, name) && !optional.has(name));
  if (unknown.length === 0 && missing.length === 0) return void 0;
  const field = "rows";
  return new InputError([
    ...missing.map((name) => ({
      field,
      problem: `the column "${name}" is missing`,
      remedy: "Add it to the row."
    })),
    ...unknown.map((name) => ({
      field,
      problem: `the model has no column "${name}"`,
      remedy: "Take it out of the row, or rename it to what the model was trained on."
    }))
  ]);
}

// packages/prediction-one/src/scoring/in-order.ts
async function inOrder(entries, concurrency, work) {
  const results = new Array(entries.length);
  let next = 0;
  let failed = false;
  const worker = async () => {
    while (!failed && next < entries.length) {
      const index = next++;
      try {
        results[index] = await work(entries[index], index);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, entries.length) }, worker));
  return results;
}

// packages/prediction-one/src/scoring/row-csv.ts
var rowCsv = (row) => csvTable(Object.keys(row), [Object.values(row)]);

// packages/prediction-one/src/scoring/score-row.ts
var notRunningPauseMs = 1e4;
async function scoreRow(client, { clock, signal }, target, row, { waitUntilMs, ...options }) {
  for (; ; ) {
    try {
      return await client.infer({ ...target, ...options, csv: rowCsv(row) }, signal);
    } catch (error) {
      const fault = faultOf(error);
      if (fault === "invalid-request") throw withColumns(error, row);
      if (fault !== "not-running" || clock.now() + notRunningPauseMs > waitUntilMs) throw error;
      await pause({ clock, signal }, notRunningPauseMs, "score a row");
    }
  }
}
function withColumns(error, row) {
  if (!isApiError(error)) return error;
  const names = Object.keys(row).map((name) => `"${name}"`);
  return new ApiError({
    ...error,
    message: `${error.message} The row has the columns ${names.join(", ")}.`,
    cause: error
  });
}

// packages/prediction-one/src/scoring/score-rows.ts
var concernsAll = /* @__PURE__ */ new Set(["unauthorized", "forbidden", "not-found", "conflict"]);
async function scoreRows(context, target, { rows, concurrency, columns, ...options }) {
  const { client, progress } = context;
  let fatal;
  let done = 0;
  return inOrder(rows, concurrency, async (row) => {
    const refusal = fatal ?? (columns && columnError(row, columns));
    try {
      if (refusal) return { ok: false, error: refusal };
      return { ok: true, output: { row, answer: await scoreRow(client, context, target, row, options) } };
    } catch (error) {
      if (isCancelled(error) || !isEngineError(error)) throw error;
      if (concernsAll.has(error.code)) fatal ??= error;
      return { ok: false, error };
    } finally {
      progress({ type: "rows", done: ++done, total: rows.length });
    }
  });
}

// packages/prediction-one/src/jobs/classifier-job.ts
var classifierMissing = (classifierId) => new EngineError({
  code: "not-found",
  message: `There is no prediction API ${classifierId}.`,
  remedy: "Check the ID: it may have been deleted, or belong to another account or region."
});

// packages/prediction-one/src/scoring/scoring-target.ts
async function scoringTarget(client, signal, given) {
  const { scoringUrl, classifierId } = given;
  if (scoringUrl !== void 0) {
    if (!client.keys.has("prediction")) throw noKey();
    return { url: scoringUrl };
  }
  const found = (await client.getClassifiers(signal)).find((one) => one.classifierId === classifierId);
  if (!found) throw classifierMissing(classifierId ?? "");
  const { url, status, apiKey } = found;
  if (!url) {
    throw new EngineError({
      code: "conflict",
      message: `Prediction API ${found.classifierId} has no scoring URL yet: its status is "${status}".`,
      remedy: "Wait until it runs, then score again."
    });
  }
  if (!apiKey && !client.keys.has("prediction")) throw noKey();
  return { url, apiKey: apiKey ?? void 0 };
}
var noKey = () => new EngineError({
  code: "invalid-input",
  message: `Could not score: this needs ${keyWords.prediction.name}, and none is set.`,
  remedy: keyWords.prediction.remedy
});

// run-of:packages/prediction-one/src/operations/predict.ts
async function run(context, given) {
  const { client, clock, signal } = context;
  if (given.rows.length > given.maxRequests) throw tooManyRows(given.rows.length, given.maxRequests);
  const byUrl = given.predictionApiFrom === "url";
  const target = await scoringTarget(client, signal, {
    scoringUrl: byUrl ? given.scoringUrl : void 0,
    classifierId: byUrl ? void 0 : given.classifierId
  });
  const columns = given.trainingProcessId === void 0 ? void 0 : await expectedColumns(context, given.trainingProcessId, given.targetColumn);
  const waitUntilMs = clock.now() + given.waitUntilRunningMs;
  const outcomes = await scoreRows(context, target, { ...given, columns, waitUntilMs });
  return outcomes.map(
    (outcome) => outcome.ok ? { ok: true, output: predictionOf(outcome.output) } : outcome
  );
}
var tooManyRows = (rowCount, maxRequests) => new InputError([
  {
    field: "rows",
    problem: `has ${rowCount} rows, and no more than ${maxRequests} requests are allowed`,
    remedy: "Score fewer rows, or raise Max Requests where the contract allows as many."
  }
]);
var predictionOf = ({ row, answer }) => ({
  prediction: recordsOf(answer.prediction)[0] ?? {},
  reasons: answer.reasons && recordsOf(answer.reasons),
  row
});

// packages/prediction-one/src/retraining/outputs-of.ts
function outputsOf(retrainJobId, told) {
  const { status, finished, resultFile, switchOutcome } = told;
  return {
    retrainJobId,
    status: status?.status,
    finished,
    pending: !finished,
    modelId: status?.modelId,
    message: status?.message,
    resultFile,
    switchOutcome,
    resumeToken: toResumeToken({ vendor, kind: retraining, id: retrainJobId })
  };
}

// packages/prediction-one/src/retraining/retrain-ledger.ts
var takenUp = /* @__PURE__ */ new Set([
  "uploading",
  "uploaded",
  "switching",
  "switched"
]);
function retrainLedger(jobs, fingerprint) {
  return {
    keep: (id, phase) => jobs.keep({ vendor, kind: retraining, id, phase, fingerprint }),
    async started() {
      const record = await jobs.earlier(retraining, fingerprint);
      return record && takenUp.has(record.phase) ? { retrainJobId: record.id, phase: record.phase } : void 0;
    }
  };
}
var retrainFingerprint = ({
  trainingData,
  evaluationData,
  fileName,
  classifierId,
  modelId
}) => JSON.stringify([
  [trainingData, evaluationData].map((source) => source && [source.name, source.length ?? null]),
  [fileName, classifierId, modelId].map((one) => one ?? null)
]);

// packages/prediction-one/src/download/result-name.ts
var maxNameLength = 150;
var safe = (name) => name.split(/[/\\]/).at(-1).replace(/[\p{Cc}<>:"|?*]/gu, "_").replace(/^[.\s]+|[.\s]+$/g, "").slice(-maxNameLength);
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return void 0;
  }
}
function dispositionName(header) {
  const encoded = /filename\*\s*=\s*utf-8'[^']*'([^;\s]+)/i.exec(header ?? "")?.[1];
  const plain = /filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i.exec(header ?? "");
  return (encoded === void 0 ? void 0 : decoded(encoded)) ?? plain?.[1]?.replace(/\\(.)/g, "$1") ?? plain?.[2];
}
function resultName({
  url,
  disposition,
  fallback
}, head) {
  const segment = decoded(new URL(url).pathname.split("/").at(-1) ?? "") ?? "";
  const inUrl = /\.[A-Za-z0-9]{1,8}$/.test(segment) ? segment : "";
  const name = safe(dispositionName(disposition) ?? "") || safe(inUrl) || safe(fallback);
  return /\.[A-Za-z0-9]{1,8}$/.test(name) ? name : `${name}${extensionFor(head) || ".csv"}`;
}

// packages/prediction-one/src/download/save-download.ts
async function saveDownload2(context, { doing, fallbackName: fallback, freshUrl }) {
  const file = await saveDownload(context, {
    ...{ doing, freshUrl },
    nameOf: ({ url, headers, head }) => resultName({ url, disposition: headers["content-disposition"], fallback }, head)
  });
  if (file === void 0) {
    const message = "The vendor gave no address for the result, so no file was saved.";
    context.progress({ type: "warning", message });
  }
  return file;
}

// packages/prediction-one/src/retraining/save-result.ts
function saveResult(context, { retrainJobId, keyChoice }) {
  context.progress({ type: "phase", title: "Download the result" });
  return saveDownload2(context, {
    doing: `download the result of retraining ${retrainJobId}`,
    fallbackName: `retrain-result-${retrainJobId}`,
    freshUrl: async () => (await context.client.getRetrainStatus({ retrainJobId, keyChoice }, context.signal)).downloadUrl
  });
}

// packages/prediction-one/src/recovery/is-ambiguous.ts
function isAmbiguous(error) {
  if (isTransportError(error)) return error.kind === "timeout" || error.kind === "network";
  if (!isApiError(error) || faultOf(error) !== void 0) return false;
  const { status, code } = error;
  if (status < 300) return code === "unexpected-answer" || code === "server-error";
  return status === 408 || status >= 500;
}

// packages/prediction-one/src/recovery/confirmed.ts
async function confirmed(world, change) {
  const { doing, maxSends, asked = false } = change;
  let open = asked;
  const seenAlready = asked ? await look(change) : void 0;
  if (seenAlready !== void 0) return seenAlready;
  for (let sends = asked ? 2 : 1; ; sends++) {
    try {
      return await sendUntilTaken(world, doing, () => change.send());
    } catch (error) {
      if (isCancelled(error)) throw error;
      const ambiguous = isAmbiguous(error);
      open ||= ambiguous;
      if (!open || isApiError(error) && error.code === "unauthorized") throw error;
      const seen = await look(change);
      if (seen !== void 0) return seen;
      if (!ambiguous || sends >= maxSends) throw outcomeUnknown(change, error);
      await pauseBetweenSends(world, sends, doing);
    }
  }
}
var look = (change) => change.readBack().catch((error) => {
  if (isCancelled(error)) throw error;
  return void 0;
});
function outcomeUnknown({ doing, remedy }, cause) {
  const why = messageOf(cause);
  return new EngineError({
    code: "outcome-unknown",
    message: `It is not known whether it worked to ${doing}. ${why}`,
    remedy,
    cause
  });
}

// packages/prediction-one/src/jobs/switch-model.ts
async function switchModel(client, world, request) {
  const { retrainJobId, keyChoice } = request;
  const { modelId, classifierId } = request;
  const canLook = client.keys.has("deploy") && (modelId ?? classifierId) !== void 0;
  const before = canLook ? await client.getClassifiers(world.signal).catch(() => []) : [];
  const arrived = arrival(request, before);
  const ask = () => confirmed(world, {
    doing: `switch the prediction API to the model of retraining ${retrainJobId}`,
    send: async () => {
      await client.switchModel({ retrainJobId, keyChoice }, world.signal);
      return true;
    },
    readBack: async () => {
      if (!canLook) return void 0;
      const states = (await client.getClassifiers(world.signal)).map(arrived);
      return states.some((state) => state === "succeeded" || state === "running") || void 0;
    },
    maxSends: 2,
    asked: request.earlier === "asked",
    remedy: "Look at the prediction API in the web app."
  }).catch((error) => {
    if (isEngineError(error) && error.code === "outcome-unknown") return false;
    throw error;
  });
  const sent = request.earlier === "accepted" || await ask();
  if (sent) await request.onAccepted?.();
  if (!canLook || request.verifyTimeoutMs === 0) return sent ? "accepted" : "unknown";
  const seen = await verify(client, world, request, arrived).catch((error) => {
    if (isCancelled(error) || isEngineError(error) && error.code === "job-failed") throw error;
    const why = messageOf(error);
    request.warn(`Whether the switch has arrived could not be seen. ${why}`);
    return false;
  });
  return seen ? "verified" : sent ? "accepted" : "unknown";
}
function arrival({ modelId, classifierId }, before) {
  return (classifier) => {
    const old = before.find((one) => one.classifierId === classifier.classifierId);
    const meant = classifierId === void 0 || classifierId === classifier.classifierId;
    const fresh = modelId === void 0 ? classifierId !== void 0 && old !== void 0 && old.modelId !== classifier.modelId : classifier.modelId === modelId;
    if (!meant) return "unknown";
    const status = classifier.status.toLowerCase();
    if (status === "failed" && (classifierId !== void 0 || fresh)) return "failed";
    if (fresh) return status === "running" ? "succeeded" : "running";
    return classifierId !== void 0 && status === "updating" ? "running" : "unknown";
  };
}
async function verify(client, { clock, signal, random }, { retrainJobId, verifyTimeoutMs, interval }, arrived) {
  const job = {
    reference: { vendor, kind: "switch", id: retrainJobId },
    async read(readSignal) {
      const views = (await client.getClassifiers(readSignal)).map((one) => ({
        rawStatus: one.status,
        state: arrived(one)
      }));
      const first = (state) => views.find((view) => view.state === state);
      return first("succeeded") ?? first("failed") ?? first("running") ?? { state: "waiting", rawStatus: "not seen yet" };
    }
  };
  const outcome = await pollUntilDone(job, {
    clock,
    signal,
    random,
    interval,
    timeoutMs: verifyTimeoutMs
  });
  if (!outcome.ended) return false;
  if (outcome.snapshot.state === "succeeded") return true;
  throw new EngineError({
    code: "job-failed",
    message: `The switch to the model of retraining ${retrainJobId} was accepted, and then the prediction API came to the status "${outcome.snapshot.rawStatus}".`,
    remedy: "Look at the prediction API in the web app: it may have to be published anew."
  });
}

// packages/prediction-one/src/retraining/switch-once.ts
var earlierOf = {
  switching: "asked",
  switched: "accepted"
};
async function switchOnce(context, ledger, phase, request) {
  const { retrainJobId } = request;
  const earlier = earlierOf[phase];
  let accepted = earlier === "accepted";
  context.progress({ type: "phase", title: "Switch the model" });
  if (!earlier) await ledger.keep(retrainJobId, "switching");
  try {
    return await switchModel(context.client, context, {
      ...request,
      earlier,
      onAccepted: async () => {
        accepted = true;
        await ledger.keep(retrainJobId, "switched");
      }
    });
  } catch (error) {
    if (!accepted && !isCancelled(error)) await ledger.keep(retrainJobId, "uploaded");
    throw error;
  }
}

// packages/prediction-one/src/retraining/retrain-key.ts
async function retrainKeyFor(client, signal, { classifierId, modelId }) {
  if (modelId !== void 0) return { modelId };
  if (classifierId === void 0 || !client.keys.has("secret")) return void 0;
  return { modelId: await publishedModelId(client, signal, classifierId) };
}
async function publishedModelId(client, signal, classifierId) {
  const found = (await client.getClassifiers(signal)).find((one) => one.classifierId === classifierId);
  if (!found?.modelId) throw classifierMissing(classifierId);
  return found.modelId;
}

// packages/upload/src/zip/zip-for-upload.ts
async function zipForUpload(request) {
  const { name, entries, compression, scratch, signal } = request;
  if (compression === "stored") {
    return { source: storedZip(name, entries, request), dispose: async () => void 0 };
  }
  if (!scratch) {
    throw new EngineError({
      code: "unsupported",
      message: `Could not compress "${name}": there is no place here to keep it until it has been sent.`,
      remedy: "Send it uncompressed (stored)."
    });
  }
  return scratch.write({ name, contentType: zipContentType, body: deflatedZip(entries, request) }, signal);
}

// packages/prediction-one/src/preflight/column-faults.ts
function columnFaults(head, required = []) {
  return [
    ...headerFaults(head.columns),
    ...required.filter((name) => !head.columns.includes(name)).map((name) => ({
      problem: `has no column "${name}"`,
      remedy: `Add the column; the header has ${listed(head.columns)}.`
    })),
    ...rowFaults(head)
  ];
}
function headerFaults(columns) {
  const blank = columns.findIndex((name) => name.trim() === "");
  const twice = columns.find((name, at) => name.trim() !== "" && columns.indexOf(name) !== at);
  return [
    ...blank < 0 ? [] : [
      { problem: `has no name for column ${blank + 1}`, remedy: "Name every column in the header line." }
    ],
    ...twice === void 0 ? [] : [
      {
        problem: `has the column "${twice}" more than once`,
        remedy: "Give every column a name of its own."
      }
    ]
  ];
}
function rowFaults({ columns, rows, complete }) {
  if (rows.length === 0 && complete) {
    return [{ problem: "has a header line and no rows", remedy: "Pass a table with at least one row." }];
  }
  const uneven = rows.findIndex((row) => row.length !== columns.length);
  if (uneven < 0) return [];
  return [
    {
      problem: `has ${columns.length} columns in its header and ${rows[uneven]?.length} in row ${uneven + 1} after it`,
      remedy: "Give every row as many columns as the header; quote values that hold the delimiter."
    }
  ];
}
var listed = (names) => {
  const shown2 = names.slice(0, 20).map((name) => `"${name}"`);
  return `${shown2.join(", ")}${names.length > shown2.length ? ` and ${names.length - shown2.length} more` : ""}`;
};

// packages/prediction-one/src/preflight/file-name-fault.ts
var spreadsheets = /* @__PURE__ */ new Set(["xlsx", "xlsm", "xls", "ods", "numbers"]);
var maxShown = 80;
var shown = (name) => {
  const line = name.replaceAll(/[\p{Cc}\p{Cf}]/gu, "\uFFFD");
  return line.length > maxShown ? `${line.slice(0, maxShown)}...` : line;
};
function fileNameFault(field, name, { extensions, renamable = false }) {
  const rename = renamable ? "Rename the file, or give another name under File Name." : "Rename the file.";
  const fault = (problem2, remedy = rename) => ({
    field,
    problem: `the file name "${shown(name)}" ${problem2}`,
    remedy
  });
  const problem = checkFileName(name);
  if (problem !== void 0) return fault(problem);
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase();
  if (extension !== void 0 && extensions.includes(extension)) return void 0;
  const ends = extensions.map((one) => `.${one}`).join(" or ");
  return fault(
    `does not end with ${ends}, by which the vendor tells formats apart`,
    extension !== void 0 && spreadsheets.has(extension) ? 'Save the table as CSV (in Excel as "CSV UTF-8"), and pass that file.' : rename
  );
}

// packages/prediction-one/src/preflight/table-warnings.ts
var maxClasses = 200;
function tableWarnings(fileName, head, targetColumn2) {
  const classes = targetColumn2 === void 0 ? 0 : classCount(head, targetColumn2);
  return [
    ...head.encodingLooksUtf8 ? [] : [`"${fileName}" does not look like UTF-8; save it as UTF-8 if names or values come out garbled.`],
    ...classes > maxClasses ? [
      `"${fileName}" has ${classes} different values in "${targetColumn2}" within its first ${head.rows.length} rows; more than ${maxClasses} classes may be refused.`
    ] : []
  ];
}
function classCount({ columns, rows }, column) {
  const at = columns.indexOf(column);
  return at < 0 ? 0 : new Set(rows.map((row) => row[at] ?? "")).size;
}

// packages/prediction-one/src/preflight/check-table.ts
var tableExtensions = ["csv", "tsv"];
async function checkTable(field, file, { requiredColumns, classColumn, renamable }, warn) {
  const nameFault = fileNameFault(field, file.name, { extensions: tableExtensions, renamable });
  if (nameFault) throw new InputError([nameFault]);
  const head = await readTableHead(file, { field });
  const faults = columnFaults(head, requiredColumns).map(({ problem, remedy }) => ({
    field,
    problem: `"${file.name}" ${problem}`,
    remedy
  }));
  if (faults.length > 0) throw new InputError(faults);
  tableWarnings(file.name, head, classColumn).forEach(warn);
  const { delimiter, lineEnd, encodingLooksUtf8 } = head;
  const source = checkedTable(head.source, {
    field,
    delimiter,
    lineEnd,
    onWarning: ({ kind, problem, remedy }) => {
      if (kind !== "not-utf8" || encodingLooksUtf8) warn(`"${file.name}" ${problem}. ${remedy}`);
    }
  });
  return { source, head };
}
async function allChecked(checks) {
  const results = await Promise.allSettled(checks);
  const failures = results.flatMap(
    (result) => result.status === "rejected" ? [result.reason] : []
  );
  const other = failures.find((failure) => !isInputError(failure));
  if (other !== void 0) throw other;
  if (failures.length > 0)
    throw new InputError(failures.filter(isInputError).flatMap(({ faults }) => faults));
  return Promise.all(checks);
}

// packages/prediction-one/src/preflight/columns-differ.ts
function columnsDiffer(training, evaluation) {
  const missing = training.columns.filter((name) => !evaluation.columns.includes(name));
  const added = evaluation.columns.filter((name) => !training.columns.includes(name));
  if (missing.length === 0 && added.length === 0) return void 0;
  const parts = [
    missing.length > 0 && `lacks ${quoted(missing)}`,
    added.length > 0 && `adds ${quoted(added)}`
  ];
  return `The evaluation data has other columns than the training data: it ${parts.filter(Boolean).join(" and ")}.`;
}
var quoted = (names) => {
  const shown2 = names.slice(0, 10).map((name) => `"${name}"`);
  return `${shown2.join(", ")}${names.length > shown2.length ? " and others" : ""}`;
};

// packages/prediction-one/src/preflight/check-pair.ts
async function checkPair({ progress }, { trainingData, evaluationData }, rules) {
  const warn = (message) => progress({ type: "warning", message });
  const [training, evaluation] = await allChecked([
    checkTable("trainingData", trainingData, rules, warn),
    evaluationData ? checkTable("evaluationData", evaluationData, { ...rules, renamable: false }, warn) : Promise.resolve(void 0)
  ]);
  const difference = evaluation && columnsDiffer(training.head, evaluation.head);
  if (difference) warn(difference);
  return { training, evaluation };
}

// packages/prediction-one/src/preflight/known-length.ts
function knownLength(field, source) {
  if (source.length !== void 0) return source;
  throw new InputError([
    {
      field,
      problem: `the length of "${source.name}" is not known before it is read`,
      remedy: "Pass it as a file, or from a place that tells its length (a Content-Length header)."
    }
  ]);
}

// packages/prediction-one/src/preflight/named-source.ts
function namedSource(source, name) {
  const { reader } = source;
  return {
    name,
    contentType: source.contentType,
    length: source.length,
    replayable: source.replayable,
    ranged: source.ranged,
    open: (range) => source.open(range),
    reader: reader && (() => reader.call(source))
  };
}

// packages/prediction-one/src/retraining/archive-entries.ts
var ascii = /^[\x20-\x7e]+$/;
var entryName = ({ name }, fallback) => ascii.test(name) ? name : `${fallback}${/\.[^.]+$/.exec(name)?.[0] ?? ""}`;
var archiveEntries = (training, evaluation) => [
  { path: `train_src/${entryName(training, "train")}`, source: training },
  { path: `eval_src/${entryName(evaluation, "eval")}`, source: evaluation }
];

// packages/prediction-one/src/retraining/ready-archive.ts
async function readyArchive(field, file) {
  const nameFault = fileNameFault(field, file.name, { extensions: ["zip"], renamable: true });
  if (nameFault) throw new InputError([nameFault]);
  const { head, source } = await peekSource(file, 8);
  const problem = head.length === 0 ? "is empty" : typeMismatch(file.name, head);
  if (problem === void 0) return knownLength(field, source);
  throw new InputError([
    {
      field,
      problem: `"${file.name}" ${problem}`,
      remedy: "Pass a CSV, or a ZIP that holds train_src/ and eval_src/ with one file each."
    }
  ]);
}

// packages/prediction-one/src/retraining/retrain-file.ts
var sentNameFault = (fileName) => {
  const fault = fileNameFault("fileName", fileName, { extensions: [...tableExtensions, "zip"] });
  return fault && { ...fault, remedy: "Give a plain file name such as sales-2026-11.csv." };
};
var archiveAndMore = (name) => new InputError([
  {
    field: "trainingData",
    problem: `"${name}" is a ZIP, to which no Evaluation Data can be added`,
    remedy: "Pass both as CSV or TSV; or put both into the ZIP, and leave Evaluation Data out."
  }
]);
var asItIs = (source) => ({ source, dispose: async () => void 0 });
async function retrainFile(context, { evaluationData, fileName, ...files }, rules) {
  const nameFault = fileName === void 0 ? void 0 : sentNameFault(fileName);
  if (nameFault) throw new InputError([nameFault]);
  const trainingData = fileName === void 0 ? files.trainingData : namedSource(files.trainingData, fileName);
  if (!evaluationData && /\.zip$/i.test(trainingData.name)) {
    return asItIs(await readyArchive("trainingData", trainingData));
  }
  if (/\.zip$/i.test(trainingData.name)) throw archiveAndMore(trainingData.name);
  const { training, evaluation } = await checkPair(
    context,
    { trainingData, evaluationData },
    { ...rules, renamable: true }
  );
  if (!evaluation) return asItIs(knownLength("trainingData", training.source));
  const archiveName = `${trainingData.name.replace(/\.[^.]*$/, "")}.zip`;
  const { scratch, deflater, crc32, signal } = context;
  return zipForUpload({
    name: archiveName,
    entries: archiveEntries(training.source, evaluation.source),
    compression: files.compression,
    scratch,
    deflater,
    crc32,
    signal
  });
}

// packages/prediction-one/src/client/list-all.ts
var pageLength = 100;
var listAll = (read, idOf) => walkList(
  0,
  async (offset) => {
    const { entries, total } = await read({ offset, limit: pageLength });
    const next = offset + entries.length;
    const isLast = next >= (total ?? Infinity) && entries.length < pageLength;
    return { entries, next: isLast ? void 0 : next };
  },
  idOf
);

// packages/prediction-one/src/client/all-entries.ts
var allModels = (client, signal) => listAll(
  (request) => client.getModels(request, signal),
  ({ modelId }) => modelId
);

// packages/prediction-one/src/client/target-column-of.ts
function targetColumnOf({ config }) {
  const target = config?.["tc"];
  return typeof target === "string" ? target : void 0;
}

// packages/prediction-one/src/retraining/target-column.ts
async function targetColumn(client, signal, modelId) {
  if (modelId === void 0 || !client.keys.has("train")) return void 0;
  try {
    for await (const model of allModels(client, signal)) {
      if (model.modelId !== modelId) continue;
      const name = targetColumnOf(model);
      return name === void 0 ? void 0 : { name, isClass: model.targetType !== "regression" };
    }
  } catch (error) {
    if (isCancelled(error)) throw error;
  }
  return void 0;
}

// packages/prediction-one/src/retraining/get-upload-url.ts
async function getUploadUrl(client, signal, request) {
  const { fileName, keyChoice } = request;
  const get = async (choice) => ({
    ...await client.getRetrainUploadUrl({ fileName, keyChoice: choice }, signal),
    keyChoice: choice
  });
  try {
    return await get(keyChoice);
  } catch (error) {
    const { classifierId } = request.published;
    const canFetch = client.keys.has("secret") && client.keys.has("deploy");
    if (faultOf(error) !== "model-gone" || classifierId === void 0 || !canFetch) throw error;
    const modelId = await publishedModelId(client, signal, classifierId);
    return get({ modelId, fetched: true });
  }
}

// packages/prediction-one/src/retraining/upload-once.ts
var maxUrls = 2;
async function uploadOnce(context, request) {
  const { client, clock, signal, random, progress } = context;
  const { source, ledger } = request;
  const { name, length: totalBytes } = source;
  progress({ type: "phase", title: "Upload the data" });
  for (let urls = 1; ; urls++) {
    const { retrainJobId, uploadUrl, keyChoice } = await getUploadUrl(client, signal, {
      ...request,
      fileName: name
    });
    await ledger.keep(retrainJobId, "issued");
    await ledger.keep(retrainJobId, "uploading");
    try {
      await client.storage.upload({
        url: uploadUrl,
        source,
        doing: `upload "${name}" for retraining ${retrainJobId}`,
        clock,
        signal,
        random,
        onBytesTaken: (bytes) => progress({ type: "upload", name, bytes, totalBytes }),
        onRepeat: (error) => progress({ type: "warning", message: `The upload begins anew: ${error.message}` })
      });
      await ledger.keep(retrainJobId, "uploaded");
      return { retrainJobId, keyChoice };
    } catch (error) {
      if (isCancelled(error)) throw error;
      if (isUploadOutcomeUnknown(error)) {
        progress({
          type: "warning",
          message: `${error.message} It is waited for under retraining ${retrainJobId}, and not sent again; should its status never change, the file did not arrive.`
        });
        return { retrainJobId, keyChoice };
      }
      await ledger.keep(retrainJobId, "incomplete");
      if (!isUploadUrlExpired(error) || urls >= maxUrls || !source.replayable) throw error;
    }
  }
}

// packages/prediction-one/src/retraining/start-retraining.ts
async function startRetraining(context, ledger, request) {
  const { client, signal, progress } = context;
  const earlier = await ledger.started();
  if (earlier) {
    progress({
      type: "warning",
      message: `Going on with retraining ${earlier.retrainJobId} of an earlier try, in place of starting another one.`
    });
    return { ...earlier, keyChoice: await retrainKeyFor(client, signal, request) };
  }
  const keyChoice = await retrainKeyFor(client, signal, request);
  const target = await targetColumn(client, signal, request.modelId ?? keyChoice?.modelId);
  const file = await retrainFile(context, request, {
    requiredColumns: target && [target.name],
    classColumn: target?.isClass ? target.name : void 0
  });
  try {
    const uploaded = await uploadOnce(context, {
      source: file.source,
      ledger,
      published: request,
      keyChoice
    });
    return { ...uploaded, phase: "uploaded" };
  } finally {
    await file.dispose();
  }
}

// packages/prediction-one/src/retraining/wait-for-retraining.ts
async function waitForRetraining(context, { retrainJobId, keyChoice, failureWords, ...wait }) {
  context.progress({ type: "phase", title: "Wait for the retraining" });
  const job = retrainJob(context.client, { retrainJobId, keyChoice, failureWords });
  const outcome = await waitForJob(context, job, wait);
  if (outcome.ended && outcome.snapshot.state !== "succeeded") {
    throw retrainingFailed(retrainJobId, outcome.snapshot.rawStatus, outcome.snapshot.message);
  }
  return { finished: outcome.ended, status: outcome.snapshot?.result };
}
var retrainingFailed = (retrainJobId, status, message) => new EngineError({
  code: "job-failed",
  message: `Retraining ${retrainJobId} ended with the status "${status}"${message ? `: ${message}` : " and no further explanation"}.`,
  remedy: "Check that the data has the columns of the model, above all its target, then start a new retraining; the published model is unchanged."
});

// run-of:packages/prediction-one/src/operations/retrain.ts
async function run2(context, given) {
  const ledger = retrainLedger(context.jobs, retrainFingerprint(given));
  const { retrainJobId, keyChoice, phase } = await startRetraining(context, ledger, given);
  if (!given.waitForCompletion) return outputsOf(retrainJobId, { finished: false });
  const { finished, status } = await waitForRetraining(context, { ...given, retrainJobId, keyChoice });
  if (!finished) return outputsOf(retrainJobId, { finished, status });
  const resultFile = given.downloadResult ? await saveResult(context, { retrainJobId, keyChoice }) : void 0;
  if (!given.switchModel) return outputsOf(retrainJobId, { finished, status, resultFile });
  const switchOutcome = await switchOnce(context, ledger, phase, {
    retrainJobId,
    keyChoice,
    modelId: status?.modelId,
    classifierId: given.classifierId,
    verifyTimeoutMs: given.verifyTimeoutMs,
    interval: { initialMs: given.pollIntervalMs },
    warn: (message) => context.progress({ type: "warning", message })
  });
  return outputsOf(retrainJobId, { finished, status, resultFile, switchOutcome });
}

// run-of:packages/prediction-one/src/operations/switch-model.ts
async function run3(context, inputs) {
  const { client, signal, progress } = context;
  const retrainJobId = retrainJobIdOf(inputs.retrainJobId);
  const keyChoice = await retrainKeyFor(client, signal, inputs);
  const { status, modelId, message } = await client.getRetrainStatus({ retrainJobId, keyChoice }, signal);
  const state = stateOfStatus(status, { finished: "job_finished" });
  if (state === "failed" || state === "cancelled") throw retrainingFailed(retrainJobId, status, message);
  if (state !== "succeeded") throw notFinished(retrainJobId, status);
  progress({ type: "phase", title: "Switch the model" });
  const outcome = await switchModel(client, context, {
    retrainJobId,
    keyChoice,
    modelId,
    classifierId: inputs.classifierId,
    verifyTimeoutMs: inputs.verifyTimeoutMs,
    interval: { initialMs: inputs.pollIntervalMs },
    warn: (warning) => progress({ type: "warning", message: warning })
  });
  return { retrainJobId, modelId, switchOutcome: outcome };
}
var notFinished = (retrainJobId, status) => new EngineError({
  code: "conflict",
  message: `Could not switch to the model of retraining ${retrainJobId}: its status is "${status}", not "job_finished".`,
  remedy: "Wait until the retraining has finished, check its result, then switch."
});

// run-of:packages/prediction-one/src/operations/wait-for-retraining.ts
var { switchOutcome: _, ...outputs } = waitOutputs;
async function run4(context, inputs) {
  const retrainJobId = retrainJobIdOf(inputs.retrainJobId);
  const keyChoice = await retrainKeyFor(context.client, context.signal, inputs);
  const { finished, status } = await waitForRetraining(context, { ...inputs, retrainJobId, keyChoice });
  const resultFile = finished && inputs.downloadResult ? await saveResult(context, { retrainJobId, keyChoice }) : void 0;
  return outputsOf(retrainJobId, { status, finished, resultFile });
}
export {
  run as predict,
  run2 as retrain,
  run3 as switchModel,
  run4 as waitForRetraining
};
