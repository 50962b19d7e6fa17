import {
  watchSource
} from "./chunk-F6SUFCMP.mjs";
import {
  retryRules
} from "./chunk-COF4E4YU.mjs";
import {
  batchJobIdOf,
  batchPrediction,
  batchPredictionJob,
  cancelBatchPrediction,
  isAwaitingData,
  jobMessage,
  jobState,
  lastWords,
  lookAtJob,
  quoted,
  vendor
} from "./chunk-6AMHRFWS.mjs";
import {
  concatSource
} from "./chunk-IUBI2AEK.mjs";
import {
  TableCheck,
  allLanes,
  equalAnyLanes,
  equalLanes,
  inEveryLane,
  lanesAreInOrder,
  mayHold,
  oddUpTo,
  pollUntilDone
} from "./chunk-DFE7BXB4.mjs";
import {
  tapSource
} from "./chunk-MN6SEKQ6.mjs";
import "./chunk-O3SMWFXM.mjs";
import "./chunk-DA4T53IN.mjs";
import {
  toResumeToken
} from "./chunk-QEYLCMER.mjs";
import {
  delimiters,
  detectDelimiter,
  hasWideBom,
  peekSource,
  readTableHead,
  tableFault,
  utf8BomBytes
} from "./chunk-AIVUOGUE.mjs";
import "./chunk-3OOVAMUB.mjs";
import "./chunk-42YFLU3Z.mjs";
import "./chunk-LF2N6B5Q.mjs";
import {
  bytesSource,
  exactLength
} from "./chunk-POCHAAXE.mjs";
import {
  abortable,
  isTransportError
} from "./chunk-F2FUFMFC.mjs";
import {
  ApiError,
  CancelledError,
  EngineError,
  InputError,
  defaultRetryPolicy,
  isApiError,
  isCancelled,
  isEngineError,
  pauseMs
} from "./chunk-SPUPTFJP.mjs";

// run-of:packages/datarobot/src/operations/abort-batch.ts
async function run(context, given) {
  const jobId = batchJobIdOf(given.jobId);
  return { jobId, outcome: await cancelBatchPrediction(context, jobId) };
}

// packages/datarobot/src/scoring/outputs-of.ts
function outputsOf(jobId, told) {
  const { job, finished, resultFile } = told;
  return {
    jobId,
    status: job?.status,
    finished,
    pending: !finished,
    scoredRows: job?.scoredRows,
    failedRows: job?.failedRows,
    skippedRows: job?.skippedRows,
    percentageCompleted: job?.percentageCompleted,
    queuePosition: job?.queuePosition,
    message: job && jobMessage(job),
    resultFile,
    resumeToken: toResumeToken({ vendor, kind: batchPrediction, id: jobId })
  };
}

// run-of:packages/datarobot/src/operations/get-batch.ts
async function run2({ client, signal }, given) {
  const jobId = batchJobIdOf(given.jobId);
  const job = await client.getBatchJob(jobId, signal);
  const state = jobState(job.status);
  const {
    resumeToken: _,
    resultFile: __,
    ...status
  } = outputsOf(jobId, {
    job,
    finished: state === "succeeded"
  });
  const failed = state === "failed";
  return {
    ...status,
    pending: status.pending && !failed,
    failed,
    created: job.created,
    logs: job.logs?.map(quoted)
  };
}

// packages/datarobot/src/jobs/job-failed.ts
var maxLogs = 3;
function jobFailed(job, cause) {
  const logs = (job.logs ?? []).slice(-maxLogs).map(quoted);
  const details = lastWords(job);
  const said = [...logs.includes(details) || details === "" ? [] : [details], ...logs];
  const { scoredRows = 0, failedRows = 0 } = job;
  return new EngineError({
    code: "job-failed",
    message: `Batch job ${job.id} ended as ${job.status} after ${scoredRows} scored and ${failedRows} failed rows${said.length > 0 ? `: ${said.join(" | ")}` : ", and its log says nothing"}.`,
    remedy: "Mend what the log names: the columns of the data, its encoding or its delimiter. Where too many rows fail, Abort on Error can be switched off.",
    cause
  });
}

// packages/datarobot/src/jobs/wait-for-batch-prediction.ts
var firstPauseMs = 1e3;
async function waitForBatchPrediction(context, wait) {
  const { client, clock, signal, random, progress } = context;
  const job = batchPredictionJob(client, wait.jobId);
  const tell = teller(context, wait);
  progress({ type: "phase", title: "Wait for the batch prediction" });
  const read = async (readSignal) => {
    const snapshot = await job.read(readSignal);
    if (snapshot.result) tell(snapshot.result, snapshot.state === "unknown");
    return snapshot;
  };
  const outcome = await pollUntilDone(
    { ...job, read },
    {
      clock,
      signal,
      random,
      timeoutMs: wait.timeoutMs,
      interval: { initialMs: Math.min(firstPauseMs, wait.pollIntervalMs), maxMs: wait.pollIntervalMs },
      onChange: ({ result: _, ...snapshot }) => progress({ type: "status", job: job.reference, snapshot }),
      onFault: (error, faultsInARow) => {
        const message = error instanceof Error ? error.message : String(error);
        progress({ type: "fault", job: job.reference, faultsInARow, message });
      }
    }
  );
  const last = outcome.snapshot?.result;
  if (outcome.ended && last && outcome.snapshot.state !== "succeeded") throw jobFailed(last);
  return { finished: outcome.ended, job: last };
}
function teller({ clock, progress }, wait) {
  const startedAtMs = clock.now();
  const told = /* @__PURE__ */ new Set();
  let rowsDone = 0;
  const warnOnce = (about, message) => {
    if (!told.has(about)) progress({ type: "warning", message });
    told.add(about);
  };
  return (job, isUnknown) => {
    const done = (job.scoredRows ?? 0) + (job.failedRows ?? 0) + (job.skippedRows ?? 0);
    if (wait.sentRows !== void 0 && done > rowsDone) {
      progress({ type: "rows", done, total: wait.sentRows });
      rowsDone = done;
    }
    if (isUnknown) {
      warnOnce(
        job.status,
        `Batch job ${job.id} has the status "${job.status}", which is not documented: it is waited for until the time is up.`
      );
    }
    if (isAwaitingData(job) && clock.now() - startedAtMs >= wait.dataGraceMs) {
      warnOnce(
        "no data",
        `Batch job ${job.id} waits for data that nobody may be sending: its upload was never begun or has broken off. If that is so it never starts; score the file anew.`
      );
    }
  };
}

// packages/datarobot/src/result/check-result.ts
function checkResult(job, rows) {
  const state = jobState(job.status);
  if (state === "failed") throw jobFailed(job);
  if (state !== "succeeded") {
    throw new EngineError({
      code: "source-mismatch",
      message: `The result of batch job ${job.id} came to an end while the job is ${job.status}.`,
      remedy: "Wait for the job, then download the result again."
    });
  }
  const { scoredRows: scored, failedRows: failed = 0 } = job;
  if (rows === void 0 || scored === void 0) {
    return `Whether the result of batch job ${job.id} has all rows could not be checked: ${rows === void 0 ? "its quotes are not of the standard kind" : "the job does not tell how many it scored"}.`;
  }
  if (rows === scored || rows === scored + failed) return void 0;
  const differs = `has ${rows} rows, and the job counts ${scored} scored and ${failed} failed ones`;
  if (job.jobSpec?.timeseriesSettings) return `The result of batch job ${job.id} ${differs}.`;
  throw new EngineError({
    code: "source-mismatch",
    message: `The result of batch job ${job.id} ${differs}: it is not whole.`,
    remedy: "Download it again; if it stays so, score the file anew."
  });
}

// packages/datarobot/src/result/results-deleted.ts
var resultsDeleted = (jobId, cause) => new EngineError({
  code: "not-found",
  message: `The result of batch job ${jobId} has been deleted: DataRobot keeps it for 48 hours, unless an installation says otherwise.`,
  remedy: "Score the file anew, and download the result sooner.",
  cause
});

// packages/datarobot/src/result/explain-refusal.ts
async function explainRefusal({ client, signal }, jobId, error) {
  if (!isApiError(error) || ![404, 410, 422].includes(error.status)) return error;
  const job = await lookAtJob(client, jobId, signal).catch(() => void 0);
  if (job === void 0 || job === "gone") return error;
  if (job.resultsDeleted === true) return resultsDeleted(jobId, error);
  return jobState(job.status) === "failed" ? jobFailed(job, error) : error;
}

// packages/datarobot/src/scoring/csv-words.ts
var standardQuote = '"';
var isUtf8 = (encoding) => /^(utf[-_]?8([-_]sig)?|u8)$/i.test(encoding.trim());
var delimiterOf = ({ csvSettings }) => csvSettings?.delimiter === "tab" ? "	" : csvSettings?.delimiter;

// packages/datarobot/src/result/row-tally.ts
function rowTally({ id, jobSpec }) {
  const { delimiter = ",", quotechar = standardQuote } = jobSpec?.csvSettings ?? {};
  if (quotechar !== standardQuote) return void 0;
  const check = new TableCheck(`the result of batch job ${id}`, {
    delimiter: delimiter === "tab" ? "	" : delimiter,
    refuses: () => false
  });
  return {
    see: (chunk) => check.see(chunk),
    total: () => {
      check.end();
      return check.dataRows;
    }
  };
}

// packages/datarobot/src/result/save-scored.ts
var maxDownloads = 3;
var lastLookMs = 12e4;
var isPassing = (error) => isTransportError(error) ? error.kind === "timeout" || error.kind === "network" : isEngineError(error) && (error.code === "source-mismatch" || isApiError(error) && error.retryable);
async function saveScored(context, job, fileName = `result-${job.id}.csv`) {
  const { signal, progress } = context;
  if (job.resultsDeleted === true) throw resultsDeleted(job.id);
  const output = job.jobSpec?.outputSettings?.type ?? "localFile";
  if (output !== "localFile" && job.links?.download === void 0) {
    const message = `Batch job ${job.id} writes its result to ${output}, so that there is no file to download.`;
    progress({ type: "warning", message });
    return void 0;
  }
  progress({ type: "phase", title: "Download the result" });
  for (let attempt = 1; ; attempt++) {
    try {
      return await saveOnce(context, job, fileName);
    } catch (error) {
      if (signal.aborted || attempt >= maxDownloads || !isPassing(error)) throw error;
      progress({ type: "warning", message: `The download begins anew: ${error.message}` });
    }
  }
}
async function saveOnce(context, job, name) {
  const { client, signal, progress, save } = context;
  const { headers, body } = await client.downloadScored(job, signal).catch(async (error) => {
    throw await explainRefusal(context, job.id, error);
  });
  const length = exactLengthOf(headers);
  let failure;
  async function* checked() {
    const rows = rowTally(job);
    let bytes = 0;
    try {
      for await (const chunk of body) {
        rows?.see(chunk);
        bytes += chunk.length;
        progress({ type: "download", name, bytes, totalBytes: length });
        yield chunk;
      }
      const doubt = checkResult(await jobAtTheEnd(context, job), rows?.total());
      if (doubt !== void 0) progress({ type: "warning", message: doubt });
    } catch (error) {
      failure = error;
      throw error;
    }
  }
  try {
    return await save({ name, contentType: "text/csv", length, body: checked() });
  } catch (error) {
    body.cancel();
    throw failure ?? error;
  }
}
async function jobAtTheEnd(context, job) {
  const { client, clock, signal, random } = context;
  const { snapshot } = await pollUntilDone(batchPredictionJob(client, job.id), {
    ...{ clock, signal, random },
    ...{ timeoutMs: lastLookMs, interval: { initialMs: 1e3 } }
  });
  return snapshot?.result ?? job;
}
function exactLengthOf(headers) {
  const length = headers["content-length"];
  return length !== void 0 && headers["content-encoding"] === void 0 && /^\d+$/.test(length) ? Number(length) : void 0;
}

// packages/datarobot/src/scoring/tell-rows.ts
function tellRows({ progress }, job, sentRows) {
  const { id, scoredRows, failedRows = 0, skippedRows = 0 } = job;
  if (failedRows > 0) {
    progress({
      type: "warning",
      message: `${failedRows} of the rows of batch job ${id} could not be scored; with Include Prediction Status, the column prediction_status says which.`
    });
  }
  if (sentRows === void 0 || scoredRows === void 0) return;
  const counted = scoredRows + failedRows + skippedRows;
  if (counted === sentRows) return;
  progress({
    type: "warning",
    message: `${sentRows} rows were sent, and batch job ${id} counts ${counted} (${scoredRows} scored, ${failedRows} failed, ${skippedRows} skipped).`
  });
}

// packages/datarobot/src/scoring/await-result.ts
async function awaitResult(context, wishes) {
  const { jobId, sentRows, downloadResult, resultFileName } = wishes;
  const { finished, job } = await waitForBatchPrediction(context, wishes);
  if (!finished || !job) return outputsOf(jobId, { finished, job });
  tellRows(context, job, sentRows);
  const resultFile = downloadResult ? await saveScored(context, job, resultFileName) : void 0;
  return outputsOf(jobId, { finished, job, resultFile });
}

// packages/datarobot/src/scoring/batch-ledger.ts
var batchLedger = (jobs, fingerprint) => ({
  keep: (id, phase) => jobs.keep({ vendor, kind: batchPrediction, id, phase, fingerprint }),
  earlier: () => jobs.earlier(batchPrediction, fingerprint)
});
var batchFingerprint = ({ name, length }, request) => JSON.stringify([name, length ?? null, request]);

// packages/datarobot/src/scoring/counted-table.ts
function countedTable(table, { delimiter, readable, utf8, warn }) {
  let rows;
  const told = /* @__PURE__ */ new Set();
  const refusals = {
    "no-rows": true,
    "not-utf8": utf8,
    "open-quote": readable,
    "column-count": false
  };
  const tellOnce = ({ kind, problem, remedy }) => {
    if (kind === "column-count" && readable && !told.has(kind)) {
      warn(`"${table.name}" ${problem}. ${remedy}`);
    }
    told.add(kind);
  };
  return {
    sentRows: () => rows,
    source: tapSource(table, () => {
      const check = new TableCheck(table.name, {
        delimiter,
        refuses: ({ kind }) => refusals[kind],
        onWarning: tellOnce
      });
      rows = void 0;
      return {
        see: (chunk) => check.see(chunk),
        end: () => {
          check.end();
          rows = readable ? check.dataRows : void 0;
        }
      };
    })
  };
}

// packages/datarobot/src/scoring/check-data.ts
async function checkData(file, rules, warn) {
  const { encoding = "utf-8", quotechar = standardQuote } = rules;
  const given = rules.delimiter === "tab" ? "	" : rules.delimiter;
  const readable = quotechar === standardQuote;
  const { source, delimiter } = readable ? await checkHead(file, rules, given) : await glance(file, given ?? void 0);
  if (rules.delimiter === void 0 && delimiter !== ",") {
    warn(
      `"${file.name}" is delimited by ${delimiter === "	" ? "tabs" : `"${delimiter}"`}: the job is told so, and its result will be, too.`
    );
  }
  return {
    ...countedTable(source, { delimiter, readable, utf8: isUtf8(encoding), warn }),
    csvSettings: { delimiter: delimiter === "	" ? "tab" : delimiter, encoding, quotechar }
  };
}
async function checkHead(file, rules, given) {
  const known = delimiters.find((one) => one === given);
  const head = await readTableHead(file, { delimiter: known, maxRows: 20 });
  const faults = [...tableFaults(file.name, head, rules), ...columnFaults(head, rules, given)];
  if (faults.length > 0) throw new InputError(faults);
  return { source: head.source, delimiter: given ?? head.delimiter };
}
function tableFaults(name, { complete, rows, encoding, encodingLooksUtf8 }, rules) {
  const faults = [];
  if (complete && rows.length === 0) {
    const remedy = "Pass a table with at least one row.";
    faults.push({ field: "file", problem: `"${name}" has a header and no rows`, remedy });
  }
  if (!encodingLooksUtf8 && isUtf8(rules.encoding ?? "utf-8")) {
    faults.push({
      field: "file",
      problem: `"${name}" is not UTF-8, as a file without another Encoding must be`,
      remedy: `Set Encoding to what it is (it may be ${encoding}), or save it as UTF-8.`
    });
  }
  return faults;
}
function columnFaults({ columns, encodingLooksUtf8, delimiter }, { passthroughColumns }, given) {
  if (!encodingLooksUtf8 || given !== void 0 && given !== delimiter) return [];
  return passthroughColumns.filter((name) => !columns.includes(name)).map((name) => ({
    field: "passthroughColumns",
    problem: `"${name}" is no column of the file`,
    remedy: "Give the names as they stand in its first line."
  }));
}
async function glance(file, given) {
  const { head, source } = await peekSource(file, 64 * 1024);
  if (head.length === 0) {
    const remedy = "Pass a table with a header line and at least one row.";
    throw new InputError([{ field: "file", problem: `"${file.name}" is empty`, remedy }]);
  }
  return { source, delimiter: given ?? detectDelimiter(new TextDecoder("latin1").decode(head), file.name) };
}

// packages/datarobot/src/scoring/score-request.ts
function toBatchRequest(settings, csvSettings) {
  const { deploymentId, passthroughColumns, maxExplanations, numConcurrent, chunkSize } = settings;
  const passthrough = settings.passthroughAllColumns ? { passthroughColumnsSet: "all" } : passthroughColumns.length > 0 ? { passthroughColumns } : {};
  return {
    deploymentId,
    intakeSettings: { type: "localFile", multipart: false, async: settings.scoreWhileUploading },
    outputSettings: { type: "localFile" },
    csvSettings,
    ...passthrough,
    includePredictionStatus: settings.includePredictionStatus,
    abortOnError: settings.abortOnError,
    ...maxExplanations > 0 && { maxExplanations },
    ...numConcurrent !== void 0 && { numConcurrent },
    ...chunkSize !== void 0 && { chunkSize: /^\d+$/.test(chunkSize) ? Number(chunkSize) : chunkSize }
  };
}

// packages/datarobot/src/scoring/abandon-job.ts
async function abandonJob(context, jobId) {
  try {
    await cancelBatchPrediction(context, jobId);
    return true;
  } catch (error) {
    if (isCancelled(error)) throw error;
    const why = error instanceof Error ? error.message : String(error);
    context.progress({
      type: "warning",
      message: `Batch job ${jobId} has no use any more, and could not be removed: ${why}`
    });
    return false;
  }
}

// packages/datarobot/src/scoring/create-for-upload.ts
async function createForUpload(context, request) {
  const { client, signal, progress } = context;
  const inOnePiece = async (because) => {
    progress({ type: "warning", message: `${because}: the file is sent in one piece.` });
    const whole = { ...request, intakeSettings: { ...request.intakeSettings, multipart: false } };
    return { job: await client.createBatchJob(whole, signal), request: whole };
  };
  if (request.intakeSettings.multipart !== true) {
    return { job: await client.createBatchJob(request, signal), request };
  }
  if ((request.csvSettings?.quotechar ?? standardQuote) !== standardQuote) {
    return inOnePiece("With a quote character of its own a file cannot be split");
  }
  try {
    const job = await client.createBatchJob(request, signal);
    if (takesParts(job)) return { job, request };
    await abandonJob(context, job.id);
  } catch (error) {
    if (!isApiError(error) || error.status !== 422) throw error;
  }
  return inOnePiece("This server does not take files in parts");
}
var takesParts = ({ jobSpec }) => jobSpec?.intakeSettings === void 0 || jobSpec.intakeSettings.multipart === true;

// packages/datarobot/src/scoring/is-uploaded-whole.ts
function isUploadedWhole(job, { queued, scoreWhileUploading }) {
  const state = jobState(job.status);
  if (state === "succeeded" || scoreWhileUploading) return state === "succeeded";
  return state === "running" || queued === false && job.queued === true;
}

// packages/datarobot/src/scoring/take-up-job.ts
async function takeUpJob(context, ledger, scoreWhileUploading) {
  const record = await ledger.earlier();
  if (!record || record.phase === "abandoned") return void 0;
  const job = await lookAtJob(context.client, record.id, context.signal);
  if (job === "gone" || job.resultsDeleted === true || jobState(job.status) === "failed") return void 0;
  const isWhole = record.phase === "uploaded" || isUploadedWhole(job, { queued: void 0, scoreWhileUploading });
  if (!isWhole) {
    await abandonJob(context, job.id);
    return void 0;
  }
  context.progress({
    type: "warning",
    message: `Going on with batch job ${job.id} of an earlier try, in place of scoring the file again.`
  });
  return job.id;
}

// packages/datarobot/src/scoring/with-logs.ts
function withLogs(error, job) {
  const words = lastWords(job);
  const known = words === "" || error.message.includes(words);
  return new ApiError({
    ...error,
    message: known ? error.message : `${error.message} The job's log says: "${words}".`,
    remedy: "Check that the file is a CSV in the given encoding, with the given delimiter.",
    cause: error
  });
}

// packages/datarobot/src/scoring/judge-upload.ts
async function judgeUpload({ client, signal }, { job, scoreWhileUploading }, error) {
  if (isRefusal(error)) return { arrived: false, again: false, error };
  const look = await lookAtJob(client, job.id, signal).catch((failure) => {
    if (isCancelled(failure)) throw failure;
    return "unseen";
  });
  if (look === "unseen") return { arrived: false, again: false, error };
  if (look === "gone") return { arrived: false, again: true, error };
  if (jobState(look.status) === "failed") {
    const brokeOff = isTransportError(error) && error.bodyTaken !== "all" && !scoreWhileUploading;
    return { arrived: false, again: brokeOff, error: jobFailed(look, error) };
  }
  if (isUploadedWhole(look, { queued: job.queued, scoreWhileUploading })) return { arrived: true };
  const refused = isApiError(error) && error.status === 422;
  return { arrived: false, again: !refused, error: refused ? withLogs(error, look) : error };
}
function isRefusal(error) {
  if (isTransportError(error)) return error.kind !== "timeout" && error.kind !== "network";
  if (!isApiError(error)) return true;
  return error.status < 500 && ![404, 408, 409, 410, 422, 429].includes(error.status);
}

// packages/datarobot/src/scoring/upload-data.ts
async function uploadData(context, upload) {
  const { client, signal, progress } = context;
  const { job, source } = upload;
  const { name, length: totalBytes } = source;
  const watched = watchSource(source);
  try {
    await client.putCsv(
      {
        job,
        source: watched.source,
        onBytesTaken: (bytes) => progress({ type: "upload", name, bytes, totalBytes })
      },
      signal
    );
    if (totalBytes === void 0 || watched.givenBytes >= totalBytes) return { arrived: true };
    return { arrived: false, again: false, error: answeredEarly(job.id, totalBytes) };
  } catch (error) {
    if (signal.aborted || isCancelled(error))
      throw new CancelledError(`upload the data of batch job ${job.id}`);
    if (watched.failure !== void 0) return { arrived: false, again: false, error: watched.failure };
    return judgeUpload(context, upload, error);
  }
}
var answeredEarly = (jobId, totalBytes) => new EngineError({
  code: "unexpected-answer",
  message: `Could not upload the data of batch job ${jobId}: success was answered before all ${totalBytes} bytes were sent.`,
  remedy: "Check the proxy: something other than DataRobot may be answering there."
});

// packages/upload/src/csv/record-scanner.ts
var quote = 34;
var lf = 10;
var cr = 13;
var everyQuote = inEveryLane(quote);
var everyLf = inEveryLane(lf);
var everyCr = inEveryLane(cr);
var wordsBeforeSkipping = 8;
var RecordScanner = class {
  #delimiter;
  #delimiters;
  #lineEnd;
  #inQuotes = false;
  /** Whether a quote would open here: at the beginning of a field, or after a closing one, which it then undoes. */
  #mayOpen = true;
  constructor({ delimiter, lineEnd = "lf" }) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#delimiters = inEveryLane(this.#delimiter);
    this.#lineEnd = lineEnd === "lf" ? lf : cr;
  }
  /** Whether the bytes so far end within quotes. */
  get inQuotes() {
    return this.#inQuotes;
  }
  /** Goes over bytes, from `from` up to, not including, `to`. */
  feed(bytes, from = 0, to = bytes.length) {
    const unaligned = (bytes.byteOffset + from) % 4;
    const wordsFrom = from + (unaligned === 0 ? 0 : 4 - unaligned);
    const words = to - wordsFrom >> 2;
    if (words <= 0 || !lanesAreInOrder) return this.#feedBytes(bytes, from, to);
    this.#feedBytes(bytes, from, wordsFrom);
    this.#feedWords(bytes, wordsFrom, words);
    this.#feedBytes(bytes, wordsFrom + 4 * words, to);
  }
  /**
   * Goes over bytes until the first end of a record.
   * @returns the index after the record, which the next call begins with; undefined when `to` came first
   */
  firstEnd(bytes, from = 0, to = bytes.length) {
    const limited = to === bytes.length ? bytes : bytes.subarray(0, to);
    for (let at = from; at < to; ) {
      const found = limited.indexOf(this.#lineEnd, at);
      const next = found < 0 ? to : found + 1;
      this.feed(bytes, at, next);
      if (found >= 0 && !this.#inQuotes) return next;
      at = next;
    }
    return void 0;
  }
  /** Goes over bytes up to `to`. @returns the index after the last record that ends there, if one does */
  lastEnd(bytes, from = 0, to = bytes.length) {
    let last;
    for (let next = this.firstEnd(bytes, from, to); next !== void 0; ) {
      last = next;
      next = this.firstEnd(bytes, next, to);
    }
    return last;
  }
  #separates(byte) {
    return byte === this.#delimiter || byte === lf || byte === cr;
  }
  #feedBytes(bytes, from, to) {
    for (let at = from; at < to; at++) {
      if (bytes[at] === quote) {
        if (this.#inQuotes || this.#mayOpen) {
          this.#mayOpen = this.#inQuotes;
          this.#inQuotes = !this.#inQuotes;
        }
      } else if (!this.#inQuotes) this.#mayOpen = this.#separates(bytes[at]);
    }
  }
  /**
   * In well-formed tables every quote opens or closes, so quotes are counted by parity, four bytes at once. Whether each
   * opening quote stands where one may open is checked along the way; a word in which one does not goes byte by byte.
   */
  #feedWords(bytes, from, count) {
    const words = new Int32Array(bytes.buffer, bytes.byteOffset + from, count);
    const quotes = everyQuote;
    const lfs = everyLf;
    const crs = everyCr;
    const all = allLanes;
    const delimiters2 = this.#delimiters;
    let inside = this.#inQuotes ? all : 0;
    let mayOpen = this.#mayOpen ? 128 : 0;
    let afterQuotes = 0;
    for (let at = 0; at < count; at++) {
      const word = words[at];
      const found = equalLanes(word, quotes);
      if (found === 0) {
        if (at - afterQuotes >= wordsBeforeSkipping) at = skipWithoutQuotes(words, at + 1) - 1;
        continue;
      }
      if (at !== afterQuotes) mayOpen = this.#separates(bytes[from + 4 * at - 1]) ? 128 : 0;
      const openers = equalAnyLanes(word, delimiters2, lfs, crs) | found;
      const insideAfter = oddUpTo(found) ^ inside;
      if ((found & insideAfter & ~(openers << 8 | mayOpen)) === 0) {
        inside = insideAfter >> 31 & all;
        mayOpen = openers >>> 24 & 128;
      } else {
        this.#inQuotes = inside !== 0;
        this.#mayOpen = mayOpen !== 0;
        this.#feedBytes(bytes, from + 4 * at, from + 4 * at + 4);
        inside = this.#inQuotes ? all : 0;
        mayOpen = this.#mayOpen ? 128 : 0;
      }
      afterQuotes = at + 1;
    }
    this.#inQuotes = inside !== 0;
    this.#mayOpen = afterQuotes === count ? mayOpen !== 0 : this.#separates(bytes[from + 4 * count - 1]);
  }
};
function skipWithoutQuotes(words, from) {
  const last = words.length - 3;
  let at = from;
  while (at < last && ((mayHold(words[at], everyQuote) | mayHold(words[at + 1], everyQuote) | mayHold(words[at + 2], everyQuote) | mayHold(words[at + 3], everyQuote)) & allLanes) === 0) {
    at += 4;
  }
  return at;
}

// packages/upload/src/csv/open-quote.ts
async function openQuoteOffset(chunks, format) {
  const scanner = new RecordScanner(format);
  let opened = 0;
  let closed = -1;
  let offset = 0;
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at++, offset++) {
      if (chunk[at] !== 34) {
        scanner.feed(chunk, at, at + 1);
        continue;
      }
      const before = scanner.inQuotes;
      scanner.feed(chunk, at, at + 1);
      if (before) closed = offset;
      else if (scanner.inQuotes && closed !== offset - 1) opened = offset;
    }
  }
  return scanner.inQuotes ? opened : void 0;
}

// packages/upload/src/csv/part-cutter.ts
var windowBytes = 64 * 1024;
var PartCutter = class {
  #scanner;
  #maxBytes;
  #start;
  #position;
  #lastEnd;
  /**
   * @param start where the first part begins
   * @param maxBytes longest part
   */
  constructor(scanner, start, maxBytes) {
    this.#scanner = scanner;
    this.#maxBytes = maxBytes;
    this.#start = start;
    this.#position = start;
  }
  /** Where the part begins that is not cut yet. */
  get start() {
    return this.#start;
  }
  /** How far the bytes were gone over. */
  get position() {
    return this.#position;
  }
  /** Goes over the chunk from index `from` on, as far as the part reaches. */
  advance(chunk, from) {
    const limit = this.#start + this.#maxBytes;
    const searchFrom = Math.min(chunk.length, from + Math.max(0, limit - windowBytes - this.#position));
    this.#scanner.feed(chunk, from, searchFrom);
    this.#position += searchFrom - from;
    const done = Math.min(chunk.length, searchFrom + limit - this.#position);
    const end = this.#scanner.lastEnd(chunk, searchFrom, done);
    if (end !== void 0) this.#lastEnd = this.#position + end - searchFrom;
    this.#position += done - searchFrom;
    const full = done < chunk.length;
    return { done, full, end: full ? this.#lastEnd : void 0 };
  }
  /** Begins the next part where the full one ends. */
  cutAt(end) {
    this.#start = end;
    this.#lastEnd = void 0;
  }
};

// packages/upload/src/range-source.ts
function rangeSource(whole, range, name = whole.name) {
  if (!whole.ranged) {
    throw new EngineError({
      code: "unsupported",
      message: `Could not take a part of "${whole.name}": it can only be read from beginning to end.`,
      remedy: "Read it from a file."
    });
  }
  const start = Math.max(0, range.start);
  const end = Math.max(start, Math.min(range.end, whole.length ?? range.end));
  const { reader } = whole;
  return {
    name,
    contentType: whole.contentType,
    length: end - start,
    replayable: whole.replayable,
    ranged: true,
    open(inner = { start: 0, end: end - start }) {
      const outer = { start: start + inner.start, end: Math.min(end, start + inner.end) };
      return exactLength(whole.open(outer), Math.max(0, outer.end - outer.start), whole.name);
    },
    reader: reader && (async () => clippedReader(await reader.call(whole), start, end))
  };
}
var clippedReader = (whole, start, end) => ({
  read: async (target, position) => {
    const room = Math.max(0, Math.min(target.length, end - start - position));
    return room === 0 ? 0 : whole.read(target.subarray(0, room), start + position);
  },
  close: () => whole.close()
});

// packages/upload/src/csv/row-store.ts
var rowStore = (table) => table.ranged && table.replayable ? { chunks: () => table.open(), take: (range) => rangeSource(table, range), forget: () => void 0 } : keptRows(table);
function keptRows(table) {
  let kept = [];
  return {
    async *chunks() {
      let start = 0;
      for await (const bytes of table.open()) {
        kept.push({ start, bytes });
        start += bytes.length;
        yield bytes;
      }
    },
    take: (range) => concatSource(
      table.name,
      kept.map(
        ({ start, bytes }) => bytes.subarray(Math.max(0, range.start - start), Math.max(0, range.end - start))
      ).filter(({ length }) => length > 0).map((bytes) => bytesSource(table.name, bytes))
    ),
    forget: (before) => {
      kept = kept.filter(({ start, bytes }) => start + bytes.length > before);
    }
  };
}

// packages/upload/src/csv/table-layout.ts
var maxHeaderBytes = 4 * 1024 * 1024;
async function readTableLayout(source, field, delimiter) {
  const fault = (problem, remedy) => tableFault(field, source.name, problem, remedy);
  let table = source;
  for (let maxBytes = 64 * 1024; ; maxBytes *= 8) {
    const { head, ended, source: whole } = await peekSource(table, maxBytes);
    table = whole;
    if (head.length === 0) throw fault("is empty", "Pass a table with a header line and at least one row.");
    if (hasWideBom(head)) {
      throw fault("is encoded in UTF-16, which cannot be split by bytes", "Save it as UTF-8.");
    }
    const bomBytes = utf8BomBytes(head);
    const used = delimiter ?? detectDelimiter(latin1(head.subarray(bomBytes)), source.name);
    const found = headerEnd(head, bomBytes, ended, used);
    if (found) return { format: found.format, header: head.slice(0, found.end), bomBytes, source: table };
    if (ended) return { format: { delimiter: used }, header: head, bomBytes, source: table };
    if (head.length >= maxHeaderBytes) {
      throw fault(
        `has no end of its header line in ${head.length} bytes`,
        "Check that it is a CSV or TSV file, and that its quotes are closed."
      );
    }
  }
}
var latin1 = (bytes) => new TextDecoder("latin1").decode(bytes);
function headerEnd(head, from, ended, delimiter) {
  const endAt = (format) => new RecordScanner(format).firstEnd(head, from) ?? Infinity;
  const lf2 = { delimiter, lineEnd: "lf" };
  const cr2 = { delimiter, lineEnd: "cr" };
  const lfEnd = endAt(lf2);
  const crEnd = endAt(cr2);
  if (crEnd === head.length && !ended) return void 0;
  if (crEnd < lfEnd - 1) return { format: cr2, end: crEnd };
  return lfEnd === Infinity ? void 0 : { format: lf2, end: lfEnd };
}

// packages/upload/src/csv/part-plan.ts
async function* planTableParts(table, options = {}) {
  const { partBytes = 8 * 1024 * 1024, field = "file", nameOf = numbered(table.name), signal } = options;
  const fault = (problem, remedy) => tableFault(field, table.name, problem, remedy);
  const { format, header, source } = await readTableLayout(table, field, options.delimiter);
  const maxBytes = partBytes - header.length;
  if (maxBytes < 1) {
    throw fault(`has a header of ${header.length} bytes, and a part takes ${partBytes}`, "Use larger parts.");
  }
  const store = rowStore(source);
  const scanner = new RecordScanner(format);
  const cutter = new PartCutter(scanner, header.length, maxBytes);
  const reread = (range) => store.take(range).open();
  let index = 0;
  const part = (rows) => {
    const name = nameOf(index);
    const bytes = concatSource(name, [bytesSource(name, header), store.take(rows)], table.contentType);
    return { index: index++, rows, headerBytes: header.length, source: bytes };
  };
  let toSkip = header.length;
  for await (const chunk of store.chunks()) {
    if (signal?.aborted) throw new CancelledError(`split "${table.name}"`);
    let at = Math.min(toSkip, chunk.length);
    toSkip -= at;
    while (at < chunk.length) {
      const { done, full, end } = cutter.advance(chunk, at);
      at = done;
      if (!full) break;
      const rows = {
        start: cutter.start,
        end: end ?? await findEnd({ start: cutter.start, end: cutter.position })
      };
      yield part(rows);
      cutter.cutAt(rows.end);
      store.forget(rows.end);
    }
  }
  const rest = { start: cutter.start, end: cutter.position };
  if (scanner.inQuotes) throw fault(await openQuote(rest), closeIt);
  if (await hasText(reread(rest))) yield part(rest);
  else if (index === 0) throw fault("has a header and no rows", "Pass a table with at least one row.");
  async function findEnd(range) {
    const again = new RecordScanner(format);
    let last;
    let position = range.start;
    for await (const chunk of reread(range)) {
      const end = again.lastEnd(chunk);
      if (end !== void 0) last = position + end;
      position += chunk.length;
    }
    if (last !== void 0) return last;
    const tooLong = `has a record of more than ${maxBytes} bytes, which begins at byte ${range.start}`;
    if (!again.inQuotes) throw fault(tooLong, "Use larger parts.");
    throw fault(
      `${tooLong} and ${await openQuote(range)}`,
      `${closeIt} If it is right as it is, use larger parts.`
    );
  }
  async function openQuote(range) {
    const offset = await openQuoteOffset(reread(range), format) ?? 0;
    return `has a quote that is not closed, at byte ${range.start + offset}`;
  }
}
var closeIt = "Close the quote there, or double it if it belongs to the text.";
var numbered = (name) => {
  const [, base = name, extension = ""] = /^(.+?)(\.[^.]*)?$/s.exec(name) ?? [];
  return (index) => `${base}-${index + 1}${extension}`;
};
async function hasText(chunks) {
  for await (const chunk of chunks) {
    if (chunk.some((byte) => byte !== 10 && byte !== 13)) return true;
  }
  return false;
}

// packages/upload/src/run-bounded.ts
async function runBounded(items, maxAtOnce, work, signal) {
  if (!(maxAtOnce >= 1)) throw new RangeError("At least one item must be worked on at a time.");
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  const results = [];
  const running = /* @__PURE__ */ new Set();
  let failure;
  const fail = (error) => {
    failure ??= { error };
    stop.abort(error);
  };
  const begin = (item, index) => {
    const done = work(item, index, either).then((result) => {
      results[index] = result;
    }, fail).finally(() => running.delete(done));
    running.add(done);
  };
  const list = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
  let listEnded = false;
  try {
    for (let index = 0; ; index++) {
      const next = await abortable(Promise.resolve(list.next()), either);
      if (next.done) listEnded = true;
      if (next.done) break;
      begin(next.value, index);
      if (running.size >= maxAtOnce) await Promise.race(running);
      either.throwIfAborted();
    }
  } catch (error) {
    fail(error);
  }
  await Promise.all(running);
  if (!listEnded) void Promise.resolve(list.return?.()).catch(() => void 0);
  if (failure) throw failure.error;
  return results;
}

// packages/upload/src/part-upload.ts
async function uploadParts(upload, protocol) {
  const { parts, maxAtOnce = 2, signal } = upload;
  let confirmed = 0;
  try {
    const send = async (part, _, stop) => {
      const { index, rows } = part;
      const receipt = await protocol.put(part, stop);
      confirmed += rows.end - rows.start;
      upload.onConfirmed?.(confirmed);
      return { index, rows, receipt };
    };
    const receipts = await runBounded(parts, maxAtOnce, send, signal);
    refuseGaps(receipts, upload);
    return await protocol.finish(receipts, signal);
  } catch (error) {
    await protocol.abandon?.(new AbortController().signal).catch(() => void 0);
    throw error;
  }
}
function refuseGaps(receipts, { doing, covers }) {
  const mismatch = (what) => new EngineError({
    code: "source-mismatch",
    message: `Could not ${doing}: ${what}.`,
    remedy: "Make sure that nothing writes to the file while it is being sent, then try again."
  });
  if (receipts.length === 0) throw mismatch("there is no part to send");
  let next = covers?.start ?? receipts[0]?.rows.start;
  receipts.forEach(({ index, rows }, at) => {
    if (index !== at || rows.start !== next) {
      throw mismatch(`part ${at + 1} begins at byte ${rows.start}, and byte ${next} comes next`);
    }
    next = rows.end;
  });
  if (covers && next !== covers.end)
    throw mismatch(`its parts end at byte ${next}, and it ends at ${covers.end}`);
}

// packages/datarobot/src/scoring/finalize-data.ts
var maxPosts = 2;
var graceMs = 3e4;
var pauseMs2 = 2e3;
async function finalizeData(context, job, signal) {
  const { client, clock } = context;
  const doing = `finalize the data of batch job ${job.id}`;
  const sleep = (ms) => clock.sleep(ms, signal).catch(() => {
    throw new CancelledError(doing);
  });
  const isUnderWay = async () => {
    const look = await lookAtJob(client, job.id, signal);
    return look !== "gone" && (look.queued === true || jobState(look.status) !== "waiting");
  };
  for (let posts = 1; ; posts++) {
    try {
      const said = await client.finalizeCsv(job, signal);
      if (said !== void 0) await becomeUnderWay(said);
      return;
    } catch (error) {
      if (isCancelled(error) || !isVendors(error)) throw error;
      if (await isUnderWay()) return;
      if (posts >= maxPosts || !isUnclear(error)) throw error;
      await sleep(isApiError(error) ? error.retryAfterMs ?? pauseMs2 : pauseMs2);
    }
  }
  async function becomeUnderWay(said) {
    const endsAtMs = clock.now() + graceMs;
    while (!await isUnderWay()) {
      if (clock.now() >= endsAtMs) {
        throw new EngineError({
          code: "rejected",
          message: `Could not ${doing}: the server took it and said "${quoted(said)}", and the job does not start.`,
          remedy: "Mend what the message names, then score the file anew."
        });
      }
      await sleep(pauseMs2);
    }
  }
}
var isVendors = (error) => isApiError(error) || isTransportError(error);
var isUnclear = (error) => isTransportError(error) ? error.kind === "timeout" || error.kind === "network" : isApiError(error) && error.retryable;

// packages/datarobot/src/scoring/upload-in-parts.ts
var maxPartAttempts = 3;
async function uploadInParts(context, upload) {
  const { client, signal, progress } = context;
  const { job, scoreWhileUploading, delimiter, partBytes, partConcurrency = 1 } = upload;
  const { name, length: totalBytes } = upload.source;
  const doing = `upload the data of batch job ${job.id}`;
  const maxAttempts = scoreWhileUploading ? 1 : maxPartAttempts;
  try {
    const { head, source } = await peekSource(upload.source, byteOrderMark.length);
    const hasMark = byteOrderMark.every((byte, at) => head[at] === byte);
    await uploadParts(
      {
        parts: planTableParts(source, { partBytes, delimiter, signal }),
        doing,
        signal,
        maxAtOnce: partConcurrency,
        onConfirmed: (bytes) => progress({ type: "upload", name, bytes, totalBytes })
      },
      {
        async put({ index, source: part }, stop) {
          const watched = watchSource(hasMark && index > 0 ? withoutMark(part) : part);
          try {
            await client.putCsvPart({ job, part: index, source: watched.source, maxAttempts }, stop);
          } catch (error) {
            throw watched.failure ?? error;
          }
        },
        finish: (_, stop) => finalizeData(context, job, stop)
      }
    );
    return { arrived: true };
  } catch (error) {
    if (signal.aborted || isCancelled(error)) throw new CancelledError(doing);
    return judgeUpload(context, upload, error);
  }
}
var byteOrderMark = [239, 187, 191];
var withoutMark = (part) => rangeSource(part, { start: byteOrderMark.length, end: part.length ?? Infinity });

// packages/datarobot/src/scoring/start-scoring.ts
var maxJobs = 3;
async function startScoring(context, ledger, request, table) {
  const { signal, progress } = context;
  const { source } = table;
  const scoreWhileUploading = request.intakeSettings.async ?? true;
  const earlier = await takeUpJob(context, ledger, scoreWhileUploading);
  if (earlier !== void 0) return { jobId: earlier, sentRows: void 0 };
  progress({ type: "phase", title: "Upload the data" });
  let asked = request;
  for (let jobs = 1; ; jobs++) {
    const { job, request: given } = await createForUpload(context, asked);
    asked = given;
    await ledger.keep(job.id, "created");
    await ledger.keep(job.id, "uploading");
    const upload = { job, source, scoreWhileUploading };
    const uploaded = asked.intakeSettings.multipart === true ? await uploadInParts(context, { ...upload, delimiter: delimiterOf(asked) }) : await uploadData(context, upload);
    if (uploaded.arrived) {
      await ledger.keep(job.id, "uploaded");
      return { jobId: job.id, sentRows: table.sentRows() };
    }
    if (await abandonJob(context, job.id)) await ledger.keep(job.id, "abandoned");
    const { again, error } = uploaded;
    const pause = again && jobs < maxJobs && source.replayable ? pauseAfter(error, jobs, context) : void 0;
    if (pause === void 0) throw error;
    progress({
      type: "warning",
      message: `The upload begins anew with another job: ${error instanceof Error ? error.message : String(error)}`
    });
    await context.clock.sleep(pause, signal).catch(() => {
      throw new CancelledError(`upload the data for deployment ${request.deploymentId}`);
    });
  }
}
var pauseAfter = (error, jobs, { random }) => pauseMs(
  { ...defaultRetryPolicy, ...retryRules },
  jobs,
  isApiError(error) ? error.retryAfterMs : void 0,
  random
);

// run-of:packages/datarobot/src/operations/score-batch.ts
var dataGraceMs = 3e4;
async function run3(context, given) {
  const { client, signal, progress } = context;
  const data = await checkData(
    given.file,
    { ...given, quotechar: given.quoteCharacter },
    (message) => progress({ type: "warning", message })
  );
  const request = toBatchRequest(given, data.csvSettings);
  const ledger = batchLedger(context.jobs, batchFingerprint(given.file, request));
  const { jobId, sentRows } = await startScoring(context, ledger, request, data);
  if (given.waitForCompletion) return awaitResult(context, { ...given, jobId, sentRows, dataGraceMs });
  const job = await client.getBatchJob(jobId, signal).catch((error) => {
    if (isCancelled(error)) throw error;
    return void 0;
  });
  const state = job && jobState(job.status);
  if (job && state === "failed") throw jobFailed(job);
  return outputsOf(jobId, { finished: state === "succeeded", job });
}

// run-of:packages/datarobot/src/operations/wait-for-batch.ts
async function run4(context, given) {
  const jobId = batchJobIdOf(given.jobId);
  await batchLedger(context.jobs, JSON.stringify(["wait", jobId])).keep(jobId, "uploaded");
  return awaitResult(context, { ...given, jobId, dataGraceMs: 0 });
}
export {
  run as abortBatch,
  run2 as getBatch,
  run3 as scoreBatch,
  run4 as waitForBatch
};
