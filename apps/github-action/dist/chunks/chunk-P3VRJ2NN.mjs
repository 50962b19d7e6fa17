import {
  countedTable,
  missingColumns,
  planTableParts
} from "./chunk-BFHQQK44.mjs";
import {
  jobState,
  lastWords,
  lookAtJob
} from "./chunk-MWFIT7WI.mjs";
import {
  watchSource
} from "./chunk-F6SUFCMP.mjs";
import {
  abortable
} from "./chunk-O2OEQBPF.mjs";
import {
  delimiters,
  detectDelimiter,
  readTableHead
} from "./chunk-SJZOLP6C.mjs";
import {
  peekSource
} from "./chunk-DWUKSRY7.mjs";
import {
  isFinal,
  isTransportError,
  pause
} from "./chunk-WTLKQS7A.mjs";
import {
  ApiError,
  CancelledError,
  EngineError,
  InputError,
  isApiError,
  isCancelled,
  quoteVendorText
} from "./chunk-VDHEZRE2.mjs";

// packages/datarobot/src/batch/settings/csv-words.ts
var standardQuote = '"';
var isUtf8 = (encoding) => /^(utf[-_]?8([-_]sig)?|u8)$/i.test(encoding.trim());
var notByBytes = /^(utf[-_]?(7|16|32)|u(7|16|32)|unicode|ucs|(cs)?iso[-_]?2022|hz|cp?(037|273|424|500|864|875|1026|1140)|ebcdic)/i;
var isReadByBytes = (encoding) => !notByBytes.test(encoding.trim());
var delimiterOf = ({ csvSettings }) => csvSettings?.delimiter === "tab" ? "	" : csvSettings?.delimiter;

// packages/datarobot/src/batch/scoring/check-data.ts
async function checkData(file, rules, warn) {
  const { encoding = "utf-8", quotechar = standardQuote } = rules;
  const given = rules.delimiter === "tab" ? "	" : rules.delimiter;
  const readable = quotechar === standardQuote && isReadByBytes(encoding);
  const { source, ...format } = readable ? await checkHead(file, rules, given) : await glance(file, given ?? void 0);
  const { delimiter } = format;
  if (rules.delimiter === void 0 && delimiter !== ",") {
    warn(
      `"${file.name}" is delimited by ${delimiter === "	" ? "tabs" : `"${delimiter}"`}: the job is told so, and its result will be, too.`
    );
  }
  return {
    ...countedTable(source, { ...format, readable, utf8: isUtf8(encoding), warn }),
    csvSettings: { delimiter: delimiter === "	" ? "tab" : delimiter, encoding, quotechar }
  };
}
async function checkHead(file, rules, given) {
  const known = delimiters.find((one) => one === given);
  const head = await readTableHead(file, { delimiter: known, maxRows: 20 });
  const faults = [...tableFaults(file.name, head, rules), ...columnFaults(head, rules, given)];
  if (faults.length > 0) throw new InputError(faults);
  return { source: head.source, delimiter: given ?? head.delimiter, lineEnd: head.lineEnd };
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
  return missingColumns(columns, passthroughColumns);
}
async function glance(file, given) {
  const { head, source } = await peekSource(file, 64 * 1024);
  if (head.length === 0) {
    const remedy = "Pass a table with a header line and at least one row.";
    throw new InputError([{ field: "file", problem: `"${file.name}" is empty`, remedy }]);
  }
  return { source, delimiter: given ?? detectDelimiter(new TextDecoder("latin1").decode(head), file.name) };
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
      part.release?.();
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

// packages/datarobot/src/batch/jobs/is-moving.ts
var isMoving = ({ queued, status }) => queued === true || !["waiting", "unknown"].includes(jobState(status));

// packages/datarobot/src/batch/jobs/starts-before-the-end.ts
var startsBeforeTheEnd = ({ jobSpec }) => jobSpec?.intakeSettings?.async !== false;

// packages/datarobot/src/batch/scoring/finalize-data.ts
var maxPosts = 5;
var graceMs = 3e4;
var pauseMs = 2e3;
async function finalizeData(context, job, signal) {
  const { client, clock, progress } = context;
  const doing = `finalize the data of batch job ${job.id}`;
  const startsEarly = startsBeforeTheEnd(job);
  const sleep = (ms) => pause({ clock, signal }, ms, doing);
  const look = () => lookAtJob(client, job.id, signal);
  const provesIt = (seen) => seen !== "gone" && (isFinal(jobState(seen.status)) || !startsEarly && isMoving(seen));
  for (let posts = 1; ; posts++) {
    try {
      const said = await client.finalizeCsv(job, signal);
      if (said !== void 0) await becomeUnderWay(said);
      return;
    } catch (error) {
      if (isCancelled(error) || !isVendors(error)) throw error;
      const seen = await look();
      if (provesIt(seen)) return;
      if (posts > 1 && isTooLate(error) && seen !== "gone" && isMoving(seen)) return;
      if (posts >= maxPosts || !isUnclear(error)) throw error;
      const ownMs = pauseMs * 2 ** (posts - 1);
      await sleep(isApiError(error) ? error.retryAfterMs ?? ownMs : ownMs);
    }
  }
  async function becomeUnderWay(said) {
    if (startsEarly) {
      const message = `The server took the end of the data of batch job ${job.id} and said "${quoteVendorText(said)}": whether it waits for more cannot be seen.`;
      progress({ type: "warning", message });
      return;
    }
    const endsAtMs = clock.now() + graceMs;
    while (!provesIt(await look())) {
      if (clock.now() >= endsAtMs) {
        throw new EngineError({
          code: "rejected",
          message: `Could not ${doing}: the server took it and said "${quoteVendorText(said)}", and the job does not start.`,
          remedy: "Mend what the message names, then score the file anew."
        });
      }
      await sleep(pauseMs);
    }
  }
}
var isTooLate = (error) => isApiError(error) && [409, 422].includes(error.status);
var isVendors = (error) => isApiError(error) || isTransportError(error);
var isUnclear = (error) => isTransportError(error) ? error.kind === "timeout" || error.kind === "network" : isApiError(error) && error.retryable;

// packages/datarobot/src/batch/jobs/job-failed.ts
var maxLogs = 3;
function jobFailed(job, cause) {
  const logs = (job.logs ?? []).slice(-maxLogs).map((text) => quoteVendorText(text));
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

// packages/datarobot/src/batch/scoring/is-uploaded-whole.ts
function isUploadedWhole(job, { queued, scoreWhileUploading }) {
  const state = jobState(job.status);
  if (state === "succeeded" || scoreWhileUploading) return state === "succeeded";
  return state === "running" || queued === false && job.queued === true;
}

// packages/datarobot/src/batch/scoring/with-logs.ts
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

// packages/datarobot/src/batch/scoring/judge-upload.ts
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

// packages/datarobot/src/batch/scoring/upload-in-parts.ts
var mib = 1024 * 1024;
var defaultPartBytes = ({ ranged, replayable }) => ranged && replayable ? 64 * mib : 8 * mib;
var maxPartAttempts = 3;
async function uploadInParts(context, upload) {
  const { client, signal, progress } = context;
  const { job, scoreWhileUploading, delimiter, data, finalize = true } = upload;
  const { partBytes = defaultPartBytes(data.table), partConcurrency = 1 } = upload;
  const { name, length: totalBytes } = data.table;
  const doing = `upload the data of batch job ${job.id}`;
  const maxAttempts = scoreWhileUploading ? 1 : maxPartAttempts;
  const parts = planTableParts(data.table, { partBytes, delimiter, check: data.newCheck, signal });
  const underWay = /* @__PURE__ */ new Map();
  let confirmedBytes = 0;
  const tell = () => {
    const bytes = [...underWay.values()].reduce((sum, one) => sum + one, confirmedBytes);
    progress({ type: "upload", name, bytes, totalBytes });
  };
  const putPart = async ({ index, headerBytes, source }, stop) => {
    const watched = watchSource(source);
    const onBytesTaken = (bytes) => {
      underWay.set(index, Math.max(0, bytes - headerBytes));
      tell();
    };
    try {
      await client.putCsvPart({ job, part: index, source: watched.source, maxAttempts, onBytesTaken }, stop);
    } catch (error) {
      throw watched.failure ?? error;
    } finally {
      underWay.delete(index);
    }
  };
  try {
    await uploadParts(
      {
        ...{ parts, doing, signal, maxAtOnce: partConcurrency },
        onConfirmed: (bytes) => {
          confirmedBytes = bytes;
          tell();
        }
      },
      {
        put: putPart,
        finish: async (_, stop) => finalize ? finalizeData(context, job, stop) : void 0
      }
    );
    if (totalBytes !== void 0) progress({ type: "upload", name, bytes: totalBytes, totalBytes });
    return { arrived: true };
  } catch (error) {
    if (signal.aborted || isCancelled(error)) throw new CancelledError(doing);
    return judgeUpload(context, upload, error);
  }
}

export {
  jobFailed,
  standardQuote,
  isReadByBytes,
  delimiterOf,
  checkData,
  isUploadedWhole,
  judgeUpload,
  uploadInParts
};
