import {
  checkData,
  delimiterOf,
  isReadByBytes,
  isUploadedWhole,
  jobFailed,
  judgeUpload,
  standardQuote,
  uploadInParts
} from "./chunk-P3VRJ2NN.mjs";
import "./chunk-BFHQQK44.mjs";
import "./chunk-MSOSMPB5.mjs";
import {
  TableCheck
} from "./chunk-UVIHTZFW.mjs";
import "./chunk-NXAGABYC.mjs";
import {
  batchJobIdOf,
  batchPrediction,
  batchPredictionJob,
  cancelBatchPrediction,
  firstPauseMs,
  isAwaitingData,
  jobMessage,
  jobState,
  lookAtJob,
  retryRules,
  vendor
} from "./chunk-MWFIT7WI.mjs";
import {
  pollUntilDone,
  waitForJob
} from "./chunk-A4AEMAC7.mjs";
import "./chunk-KDVNJCYW.mjs";
import "./chunk-LSXZPIXW.mjs";
import {
  watchSource
} from "./chunk-F6SUFCMP.mjs";
import {
  startIdleGuard
} from "./chunk-LCWEN4EU.mjs";
import "./chunk-O2OEQBPF.mjs";
import {
  toResumeToken
} from "./chunk-3TW3HCV5.mjs";
import "./chunk-SJZOLP6C.mjs";
import "./chunk-S2KHAVPK.mjs";
import "./chunk-EMTKIY3Y.mjs";
import "./chunk-DWUKSRY7.mjs";
import "./chunk-42YFLU3Z.mjs";
import "./chunk-3OOVAMUB.mjs";
import {
  isFinal,
  isTransportError,
  pause
} from "./chunk-WTLKQS7A.mjs";
import {
  CancelledError,
  EngineError,
  defaultRetryPolicy,
  isApiError,
  isCancelled,
  isEngineError,
  messageOf,
  pauseMs
} from "./chunk-VDHEZRE2.mjs";

// packages/datarobot/src/batch/jobs/wait-for-batch-prediction.ts
async function waitForBatchPrediction(context, wait) {
  const { client, progress } = context;
  const job = batchPredictionJob(client, wait.jobId);
  const tell = teller(context, wait);
  progress({ type: "phase", title: "Wait for the batch prediction" });
  const read = async (readSignal) => {
    const snapshot = await job.read(readSignal);
    if (snapshot.result) {
      tell(snapshot.result, snapshot.state === "unknown");
      wait.onLook?.(snapshot.result);
    }
    return snapshot;
  };
  const { timeoutMs, pollIntervalMs } = wait;
  const outcome = await waitForJob(context, { ...job, read }, { timeoutMs, pollIntervalMs, firstPauseMs });
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

// packages/datarobot/src/batch/result/check-result.ts
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

// packages/datarobot/src/batch/result/is-passing.ts
var isPassing = (error) => isTransportError(error) ? error.kind === "timeout" || error.kind === "network" : isEngineError(error) && (error.code === "source-mismatch" || isApiError(error) && error.retryable);

// packages/datarobot/src/batch/result/results-deleted.ts
var resultsDeleted = (jobId, cause) => new EngineError({
  code: "not-found",
  message: `The result of batch job ${jobId} has been deleted: DataRobot keeps it for 48 hours, unless an installation says otherwise.`,
  remedy: "Score the file anew, and download the result sooner.",
  cause
});

// packages/datarobot/src/batch/result/explain-refusal.ts
async function explainRefusal({ client, signal }, jobId, error) {
  if (!isApiError(error) || ![404, 410, 422].includes(error.status)) return error;
  const job = await lookAtJob(client, jobId, signal).catch(() => void 0);
  if (job === void 0 || job === "gone") return error;
  if (job.resultsDeleted === true) return resultsDeleted(jobId, error);
  return jobState(job.status) === "failed" ? jobFailed(job, error) : error;
}

// packages/datarobot/src/batch/result/row-tally.ts
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

// packages/datarobot/src/batch/result/save-once.ts
async function saveOnce(context, download) {
  const { client, signal, progress, save } = context;
  const { job, fileName: name = `result-${job.id}.csv`, lastLookMs = 12e4 } = download;
  const { headers, body } = await client.downloadScored(job, signal).catch(async (error) => {
    throw await explainRefusal(context, job.id, error);
  });
  const length = exactLengthOf(headers);
  let failure;
  let ended = job;
  let rows;
  async function* judged() {
    const tally = rowTally(job);
    let bytes = 0;
    try {
      for await (const chunk of body) {
        tally?.see(chunk);
        bytes += chunk.length;
        progress({ type: "download", name, bytes, totalBytes: length });
        yield chunk;
      }
      rows = tally?.total();
      ended = await jobAtTheEnd(context, job, lastLookMs);
      const doubt = download.judge(ended, rows);
      if (doubt !== void 0) progress({ type: "warning", message: doubt });
    } catch (error) {
      failure = error;
      throw error;
    }
  }
  try {
    const file = await save({ name, contentType: "text/csv", length, body: judged() });
    return { file, job: ended, rows };
  } catch (error) {
    body.cancel();
    throw failure ?? error;
  }
}
async function jobAtTheEnd({ client, clock, signal, random, progress }, job, timeoutMs) {
  const polled = batchPredictionJob(client, job.id);
  const { snapshot } = await pollUntilDone(polled, {
    ...{ clock, signal, random, timeoutMs, interval: { initialMs: 1e3, maxMs: 15e3 } },
    onChange({ result: _, ...seen }) {
      if (seen.rawStatus !== job.status) progress({ type: "status", job: polled.reference, snapshot: seen });
    }
  });
  return snapshot?.result ?? job;
}
function exactLengthOf(headers) {
  const length = headers["content-length"];
  return length !== void 0 && headers["content-encoding"] === void 0 && /^\d+$/.test(length) ? Number(length) : void 0;
}

// packages/datarobot/src/batch/result/save-scored.ts
var maxDownloads = 3;
async function saveScored(context, { job, fileName, earlyFailure }) {
  const { signal, progress } = context;
  if (job.resultsDeleted === true) throw resultsDeleted(job.id);
  const output = job.jobSpec?.outputSettings?.type ?? "localFile";
  if (output !== "localFile" && job.links?.download === void 0) {
    const message = `Batch job ${job.id} writes its result to ${output}, so that there is no file to download.`;
    progress({ type: "warning", message });
    return void 0;
  }
  progress({ type: "phase", title: "Download the result" });
  let before = earlyFailure;
  for (let attempt = 1; ; attempt++) {
    try {
      return await saveOnce(context, { job, fileName, judge: checkResult });
    } catch (error) {
      if (!signal.aborted && hadBegun(before) && isGone(error)) throw givenOnce(job.id, before, error);
      if (signal.aborted || attempt >= maxDownloads || !isPassing(error)) throw error;
      progress({ type: "warning", message: `The download begins anew: ${wordsOf(error)}` });
      before = error;
    }
  }
}
var hadBegun = (failure) => failure !== void 0 && !isApiError(failure);
var isGone = (error) => isApiError(error) && [404, 410].includes(error.status);
var givenOnce = (jobId, lost, cause) => new EngineError({
  code: "not-found",
  message: `The result of batch job ${jobId} cannot be downloaded again: this server gives a result once, and that download broke off (${wordsOf(lost)} ${wordsOf(cause)})`,
  remedy: "Score the file anew; with Download While Scoring switched off, the result is fetched in the shortest time, once the job has completed.",
  cause
});
var wordsOf = (error) => isEngineError(error) ? error.message : String(error);

// packages/datarobot/src/batch/result/save-while-running.ts
async function saveWhileRunning(context, wait, fileName) {
  const { clock, signal, progress } = context;
  const endsAtMs = clock.now() + wait.timeoutMs;
  const over = new AbortController();
  const both = { ...context, signal: AbortSignal.any([signal, over.signal]) };
  let download;
  const begin = async (job) => {
    progress({ type: "phase", title: "Download the result" });
    try {
      const lastLookMs = Math.max(0, endsAtMs - clock.now());
      const saved = await saveOnce(both, { job, fileName, lastLookMs, judge: checkResult });
      over.abort();
      return { kind: "saved", saved };
    } catch (error) {
      if (both.signal.aborted) return { kind: "not-now", error };
      if (!isPassing(error) && !isApiError(error)) {
        over.abort();
        return { kind: "never", error };
      }
      const why = isEngineError(error) ? error.message : String(error);
      progress({ type: "warning", message: `The download begins anew when the job has completed: ${why}` });
      return { kind: "not-now", error };
    }
  };
  const [waited] = await Promise.allSettled([
    waitForBatchPrediction(both, {
      ...wait,
      onLook(job) {
        wait.onLook?.(job);
        if (isDownloadable(job)) download ??= begin(job);
      }
    })
  ]);
  if (waited.status === "rejected" || !waited.value.finished) over.abort();
  const early = await download;
  if (early?.kind === "saved") return { finished: true, job: early.saved.job, saved: early.saved };
  if (early?.kind === "never") throw early.error;
  if (waited.status === "rejected") throw waited.reason;
  return { ...waited.value, earlyFailure: early?.error };
}
var isDownloadable = ({ status, links }) => jobState(status) === "running" && (links?.download ?? "").trim() !== "";

// packages/datarobot/src/batch/jobs/describe-job.ts
function jobProgress(jobId, job) {
  const state = job && jobState(job.status);
  return {
    jobId,
    status: job?.status,
    finished: state === "succeeded",
    pending: state !== "succeeded" && state !== "failed",
    scoredRows: job?.scoredRows,
    failedRows: job?.failedRows,
    skippedRows: job?.skippedRows,
    percentageCompleted: job?.percentageCompleted,
    queuePosition: job?.queuePosition,
    message: job && jobMessage(job)
  };
}

// packages/datarobot/src/batch/scoring/outputs-of.ts
function outputsOf(jobId, told) {
  const { job, finished, saved } = told;
  return {
    ...jobProgress(jobId, job),
    finished,
    pending: !finished,
    resultFile: saved?.file,
    resultRows: saved?.rows,
    resumeToken: resumeTokenOf(jobId)
  };
}
var resumeTokenOf = (jobId) => toResumeToken({ vendor, kind: batchPrediction, id: jobId });

// packages/datarobot/src/batch/scoring/tell-rows.ts
function tellRows({ progress }, job, { sent, inResult }) {
  const { id, scoredRows, failedRows = 0, skippedRows = 0 } = job;
  if (failedRows > 0) {
    const where = inResult !== void 0 && inResult === scoredRows ? "they are left out of its result" : "with Include Prediction Status, the column prediction_status says which";
    progress({
      type: "warning",
      message: `${failedRows} of the rows of batch job ${id} could not be scored; ${where}.`
    });
  }
  if (sent === void 0 || scoredRows === void 0) return;
  const counted = scoredRows + failedRows + skippedRows;
  if (counted === sent) return;
  progress({
    type: "warning",
    message: `${sent} rows were sent, and batch job ${id} counts ${counted} (${scoredRows} scored, ${failedRows} failed, ${skippedRows} skipped).`
  });
}

// packages/datarobot/src/batch/scoring/await-result.ts
async function awaitResult(context, wishes) {
  const { jobId, sentRows, downloadResult, downloadWhileScoring, resultFileName: fileName } = wishes;
  const waited = wishes.early ? await wishes.early.finish() : downloadResult && downloadWhileScoring ? await saveWhileRunning(context, wishes, fileName) : await waitForBatchPrediction(context, wishes);
  const { finished, job, earlyFailure } = waited;
  if (!finished || !job) return outputsOf(jobId, { finished, job });
  const saved = waited.saved ?? (downloadResult ? await saveScored(context, { job, fileName, earlyFailure }) : void 0);
  tellRows(context, job, { sent: sentRows, inResult: saved?.rows });
  return outputsOf(jobId, { finished, job, saved });
}

// packages/datarobot/src/batch/scoring/batch-ledger.ts
var batchLedger = (jobs, fingerprint) => ({
  keep: (id, phase) => jobs.keep({ vendor, kind: batchPrediction, id, phase, fingerprint }),
  earlier: () => jobs.earlier(batchPrediction, fingerprint)
});
var batchFingerprint = ({ name, length }, request) => JSON.stringify([name, length ?? null, request]);

// packages/datarobot/src/batch/scoring/look-after-upload.ts
async function lookAfterUpload({ client, signal }, jobId) {
  const job = await client.getBatchJob(jobId, signal).catch((error) => {
    if (isCancelled(error)) throw error;
    return void 0;
  });
  const state = job && jobState(job.status);
  if (job && state === "failed") throw jobFailed(job);
  return { job, finished: state === "succeeded" };
}

// packages/datarobot/src/batch/scoring/result-beside-upload.ts
var longestUploadMs = 7 * 24 * 36e5;
function resultBesideUpload(context, wait, fileName) {
  const { clock, signal } = context;
  const over = new AbortController();
  const failed = new AbortController();
  let seen;
  const meanwhile = {
    ...wait,
    timeoutMs: longestUploadMs,
    dataGraceMs: longestUploadMs,
    // They are being sent
    onLook(job) {
      seen = job;
    }
  };
  const result = saveWhileRunning(
    { ...context, signal: AbortSignal.any([signal, over.signal]) },
    meanwhile,
    fileName
  );
  result.catch((error) => failed.abort(error));
  return {
    failed: failed.signal,
    async finish() {
      const guard = startIdleGuard(clock, wait.timeoutMs, () => {
        if (!hasEnded(seen)) over.abort();
      });
      try {
        return await result;
      } catch (error) {
        if (isCancelled(error) && !signal.aborted) return { finished: false, job: seen };
        throw error;
      } finally {
        guard.stop();
      }
    },
    async discard() {
      over.abort();
      await result.catch(() => void 0);
    }
  };
}
var hasEnded = (job) => job !== void 0 && isFinal(jobState(job.status));

// packages/datarobot/src/batch/scoring/score-request.ts
function toBatchRequest(settings, csvSettings) {
  const { deploymentId, uploadMode, scoreWhileUploading, passthroughColumns } = settings;
  const { maxExplanations, numConcurrent, chunkSize } = settings;
  const passthrough = settings.passthroughAllColumns ? { passthroughColumnsSet: "all" } : passthroughColumns.length > 0 ? { passthroughColumns } : {};
  return {
    deploymentId,
    intakeSettings: { type: "localFile", multipart: uploadMode === "parts", async: scoreWhileUploading },
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

// packages/datarobot/src/batch/scoring/abandon-job.ts
async function abandonJob(context, jobId) {
  try {
    await cancelBatchPrediction(context, jobId);
    return true;
  } catch (error) {
    if (isCancelled(error)) throw error;
    const why = messageOf(error);
    context.progress({
      type: "warning",
      message: `Batch job ${jobId} has no use any more, and could not be removed: ${why}`
    });
    return false;
  }
}

// packages/datarobot/src/batch/scoring/create-for-upload.ts
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
  const { quotechar = standardQuote, encoding = "utf-8" } = request.csvSettings ?? {};
  if (quotechar !== standardQuote) {
    return inOnePiece("With a quote character of its own a file cannot be split");
  }
  if (!isReadByBytes(encoding))
    return inOnePiece(`In the encoding ${encoding} a file cannot be split by bytes`);
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

// packages/datarobot/src/batch/scoring/take-up-job.ts
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

// packages/datarobot/src/batch/scoring/upload-beside-result.ts
async function uploadBesideResult(context, upload, early, send) {
  const signal = AbortSignal.any([context.signal, early.failed]);
  let arrived = false;
  try {
    const uploaded = await send({ ...context, signal }).catch((error) => {
      if (context.signal.aborted || !early.failed.aborted) throw error;
      return judgeUpload(context, upload, early.failed.reason);
    });
    ({ arrived } = uploaded);
    return uploaded;
  } finally {
    if (!arrived) await early.discard();
  }
}

// packages/datarobot/src/batch/scoring/upload-data.ts
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

// packages/datarobot/src/batch/scoring/start-scoring.ts
var maxJobs = 3;
async function startScoring(context, ledger, request, data, { beginResult, ...partSettings } = {}) {
  const { progress } = context;
  const { source, table } = data;
  const scoreWhileUploading = request.intakeSettings.async ?? true;
  const earlier = await takeUpJob(context, ledger, scoreWhileUploading);
  if (earlier !== void 0) return { jobId: earlier, sentRows: void 0 };
  progress({ type: "phase", title: "Upload the data" });
  let asked = request;
  let parts = partSettings;
  for (let jobs = 1; ; jobs++) {
    const { job, request: given } = await createForUpload(context, asked);
    asked = given;
    await ledger.keep(job.id, "created");
    await ledger.keep(job.id, "uploading");
    const upload = { job, scoreWhileUploading };
    const cut = { ...parts, delimiter: delimiterOf(asked) };
    const inParts = asked.intakeSettings.multipart === true;
    const send = (sending) => inParts ? uploadInParts(sending, { ...upload, ...cut, data }) : uploadData(sending, { ...upload, source });
    const early = beginResult?.(job.id);
    const uploaded = await (early ? uploadBesideResult(context, upload, early, send) : send(context));
    if (uploaded.arrived) {
      await ledger.keep(job.id, "uploaded");
      return { jobId: job.id, sentRows: data.sentRows(), early };
    }
    if (await abandonJob(context, job.id)) await ledger.keep(job.id, "abandoned");
    const { again, error } = uploaded;
    const pauseLengthMs = again && jobs < maxJobs && table.replayable ? pauseAfter(error, jobs, context) : void 0;
    if (pauseLengthMs === void 0) throw error;
    progress({
      type: "warning",
      message: `The upload begins anew with another job: ${messageOf(error)}`
    });
    parts = { ...parts, partConcurrency: 1 };
    await pause(context, pauseLengthMs, `upload the data for deployment ${request.deploymentId}`);
  }
}
var pauseAfter = (error, jobs, { random }) => pauseMs(
  { ...defaultRetryPolicy, ...retryRules },
  jobs,
  isApiError(error) ? error.retryAfterMs : void 0,
  random
);

// run-of:packages/datarobot/src/operations/batch-prediction/score-batch.ts
var dataGraceMs = 3e4;
async function run(context, given) {
  const { progress } = context;
  const data = await checkData(
    given.file,
    { ...given, quotechar: given.quoteCharacter },
    (message) => progress({ type: "warning", message })
  );
  const request = toBatchRequest(given, data.csvSettings);
  const ledger = batchLedger(context.jobs, batchFingerprint(given.file, request));
  const wait = { ...given, dataGraceMs };
  const bothWays = given.scoreWhileUploading && given.waitForCompletion && given.downloadResult && given.downloadWhileScoring;
  const { jobId, ...started } = await startScoring(context, ledger, request, data, {
    ...given,
    ...bothWays && {
      beginResult: (id) => resultBesideUpload(context, { ...wait, jobId: id }, given.resultFileName)
    }
  });
  if (given.waitForCompletion) return awaitResult(context, { ...wait, ...started, jobId });
  return outputsOf(jobId, await lookAfterUpload(context, jobId));
}

// run-of:packages/datarobot/src/operations/batch-prediction/wait-for-batch.ts
async function run2(context, given) {
  const jobId = batchJobIdOf(given.jobId);
  await batchLedger(context.jobs, JSON.stringify(["wait", jobId])).keep(jobId, "uploaded");
  return awaitResult(context, { ...given, jobId, dataGraceMs: 0 });
}
export {
  run as scoreBatch,
  run2 as waitForBatch
};
