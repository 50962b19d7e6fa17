import {
  taskState
} from "./chunk-PNDCF3HP.mjs";
import {
  untilTaken
} from "./chunk-4CBEP4Z5.mjs";
import {
  idInLocation
} from "./chunk-J7JZE4F4.mjs";
import {
  requestNotes
} from "./chunk-T3LF6UAK.mjs";
import {
  crc32
} from "./chunk-BHVNCWOG.mjs";
import {
  asPassing,
  firstPauseMs,
  registeredOutput,
  vendor
} from "./chunk-MWFIT7WI.mjs";
import {
  waitForJob
} from "./chunk-A4AEMAC7.mjs";
import "./chunk-KDVNJCYW.mjs";
import "./chunk-LSXZPIXW.mjs";
import {
  watchSource
} from "./chunk-F6SUFCMP.mjs";
import "./chunk-LCWEN4EU.mjs";
import "./chunk-O2OEQBPF.mjs";
import "./chunk-3TW3HCV5.mjs";
import {
  peekSource
} from "./chunk-DWUKSRY7.mjs";
import "./chunk-42YFLU3Z.mjs";
import {
  isAmbiguous,
  isFinal,
  pause
} from "./chunk-WTLKQS7A.mjs";
import {
  ApiError,
  CancelledError,
  EngineError,
  InputError,
  isApiError,
  isCancelled,
  isEngineError,
  messageOf,
  quoteVendorText
} from "./chunk-VDHEZRE2.mjs";

// packages/datarobot/src/datasets/dataset-origin.ts
async function datasetOrigin({
  source,
  file,
  url = "",
  ...rest
}) {
  if (source === "url" || file === void 0) {
    const { doSnapshot, persistDataAfterIngestion, sampleRows } = rest;
    return { url, doSnapshot, persistDataAfterIngestion, sampleRows };
  }
  const { head, source: whole } = await peekSource(file, 1);
  if (head.length === 0) {
    const remedy = "Pass a table with a header line and at least one row.";
    throw new InputError([{ field: "file", problem: `"${file.name}" is empty`, remedy }]);
  }
  return { file: whole };
}
var originName = (origin) => "file" in origin ? origin.file.name : new URL(origin.url).pathname.split("/").at(-1) ?? "";
var originMark = (origin) => {
  if ("file" in origin) return [origin.file.name, origin.file.length ?? null];
  const { url, ...settings } = origin;
  return [crc32(new TextEncoder().encode(url), 0), settings];
};

// packages/datarobot/src/datasets/registration.ts
var datasetKind = "dataset";
function registrationReference({ name, datasetId, versionId, taskId }) {
  const parts = [
    datasetId,
    versionId === void 0 ? void 0 : `versions/${versionId}`,
    taskId === void 0 ? void 0 : `status/${taskId}`
  ];
  const id = parts.filter((part) => part !== void 0).join("/");
  return { vendor, kind: datasetKind, id, name: `dataset ${datasetId ?? `"${name}"`}` };
}
function registrationOf(name, id) {
  const [first] = id.split("/");
  return {
    name,
    datasetId: first === "status" ? void 0 : first,
    versionId: idInLocation("versions", id),
    taskId: idInLocation("status", id)
  };
}

// packages/datarobot/src/datasets/dataset-ledger.ts
var datasetRequest = "dataset-request";
function datasetLedger(jobs, datasetId, origin) {
  const fingerprint = JSON.stringify([datasetId ?? null, ...originMark(origin)]);
  return {
    keep: (registration, phase) => jobs.keep({ ...registrationReference(registration), phase, fingerprint }),
    earlier: () => jobs.earlier(datasetKind, fingerprint),
    asking: requestNotes(jobs, { vendor, kind: datasetRequest, fingerprint })
  };
}

// packages/datarobot/src/datasets/says-too-large.ts
var saysTooLarge = (text) => /\b(too (large|big)|larger than|size limit|max\w* (upload |file )?size|exceed\w* .{0,40}\b(size|limit|bytes|[MG]B))\b/i.test(
  text
);
var tooLargeRemedy = "The account limits what may be uploaded to the AI Catalog (maxUploadSizeCatalog): have the limit raised, or upload fewer rows or columns.";

// packages/datarobot/src/datasets/explain-upload.ts
function explainUpload(error) {
  if (!isApiError(error)) return error;
  const { status, vendorMessage = "" } = error;
  const isTooLarge = status === 413 || status === 422 && saysTooLarge(vendorMessage);
  if (!isTooLarge) return error;
  return new ApiError({
    ...error,
    code: "too-large",
    message: error.message,
    remedy: tooLargeRemedy,
    cause: error
  });
}

// packages/datarobot/src/datasets/newest-datasets.ts
var looked = 10;
async function newestDatasets({ client, signal }, datasetId) {
  if (datasetId !== void 0) {
    const dataset = await client.getDataset(datasetId, signal);
    return dataset.versionId === void 0 ? [] : [{ id: dataset.versionId, dataset }];
  }
  const { entries } = await client.getDatasets({ orderBy: "-created", limit: looked }, signal);
  return entries.map((dataset) => ({ id: dataset.datasetId, dataset }));
}

// packages/datarobot/src/datasets/find-lost-dataset.ts
var pausesMs = [0, 2e3, 5e3, 1e4, 2e4];
async function findLostDataset(context, lost, cause) {
  const { clock, signal, progress } = context;
  const name = originName(lost.origin);
  for (const pauseMs of pausesMs) {
    await pause({ clock, signal }, pauseMs, `look for "${name}" in the catalog`);
    const found = (await lookFor(context, lost)).filter(({ dataset: dataset2 }) => isAlike(dataset2, lost));
    const [{ dataset } = {}] = found;
    if (found.length > 1) break;
    if (dataset) {
      const { datasetId, versionId } = dataset;
      progress({
        type: "warning",
        message: `No clear answer came to the upload of "${name}". Dataset ${datasetId} is new since then and has its name: it is taken for it.`
      });
      return { name, datasetId, versionId };
    }
  }
  throw unclear(name, lost.datasetId, cause);
}
async function lookFor(context, { datasetId, before }) {
  try {
    const newest = await newestDatasets(context, datasetId);
    const known = newest.findIndex(({ id }) => before.includes(id));
    if (known < 0 && before.length > 0 && datasetId === void 0) return [];
    return known < 0 ? newest : newest.slice(0, known);
  } catch (error) {
    if (isCancelled(error)) throw error;
    return [];
  }
}
function isAlike({ name, datasetBytes }, { origin, datasetId }) {
  const bytes = "file" in origin ? origin.file.length : void 0;
  if (bytes !== void 0 && (datasetBytes ?? 0) > 0 && datasetBytes !== bytes) return false;
  if (datasetId !== void 0 || name === void 0) return true;
  return name === originName(origin) || "url" in origin && name === origin.url;
}
function unclear(name, datasetId, cause) {
  const why = cause instanceof Error ? ` ${cause.message}` : "";
  const where = datasetId === void 0 ? "the AI Catalog" : `the versions of dataset ${datasetId}`;
  return new EngineError({
    code: "outcome-unknown",
    message: `It is not known whether "${name}" was uploaded, and it was not sent again.${why}`,
    remedy: `Look into ${where} for an entry of this name and time: use its ID if it is there, and upload the file again if it is not.`,
    cause
  });
}

// packages/datarobot/src/datasets/send-dataset.ts
async function sendDataset(context, { origin, datasetId, categories }) {
  const { client, signal, progress } = context;
  const doing = `upload "${originName(origin)}" to the catalog`;
  if ("url" in origin) {
    const { sampleRows, ...request } = origin;
    const sampleSize = sampleRows === void 0 ? void 0 : { type: "rows", value: sampleRows };
    return untilTaken(
      context,
      doing,
      () => client.importDataset({ ...request, sampleSize, datasetId }, signal)
    );
  }
  const { file } = origin;
  const { name, length: totalBytes } = file;
  const send2 = async () => {
    const watched = watchSource(file);
    const source = { ...file, ...watched.source };
    const onBytesTaken = (bytes) => progress({ type: "upload", name, bytes: Math.min(bytes, totalBytes ?? bytes), totalBytes });
    try {
      return await client.uploadDataset({ source, datasetId, categories, onBytesTaken }, signal);
    } catch (error) {
      if (signal.aborted || isCancelled(error)) throw new CancelledError(doing);
      throw watched.failure ?? error;
    }
  };
  return untilTaken(context, doing, send2, file.replayable);
}

// packages/datarobot/src/datasets/take-up-dataset.ts
async function takeUpDataset(context, ledger, origin) {
  const record = await ledger.earlier();
  if (!record || record.phase === "failed") return void 0;
  const registration = registrationOf(originName(origin), record.id);
  const isSeen = record.phase === "registered" || registration.taskId === void 0;
  if (isSeen && await isGone(context, registration)) return void 0;
  context.progress({
    type: "warning",
    message: `Going on with dataset ${registration.datasetId ?? record.id} of an earlier try, in place of uploading "${registration.name}" again.`
  });
  return registration;
}
async function isGone({ client, signal }, { datasetId }) {
  if (datasetId === void 0) return false;
  try {
    await client.getDataset(datasetId, signal);
    return false;
  } catch (error) {
    if (isApiError(error) && error.code === "not-found") return true;
    throw error;
  }
}

// packages/datarobot/src/datasets/start-registration.ts
async function startRegistration(context, ledger, wanted) {
  const { origin, datasetId } = wanted;
  const earlier = await takeUpDataset(context, ledger, origin);
  if (earlier) return earlier;
  const open = await ledger.asking.open();
  const before = open ?? (await newestDatasets(context, datasetId)).map(({ id }) => id);
  if (!open) await ledger.asking.note("issued", before);
  const registration = open ? await findLostDataset(context, { origin, datasetId, before }) : await send(context, ledger, wanted, before);
  await ledger.keep(registration, "registering");
  await ledger.asking.note("created", before);
  return registration;
}
async function send(context, ledger, wanted, before) {
  const { origin, datasetId } = wanted;
  context.progress({ type: "phase", title: "Upload the data" });
  try {
    const begun = await sendDataset(context, wanted);
    return {
      ...begun,
      name: originName(origin),
      datasetId: begun.datasetId ?? datasetId,
      previousVersionId: datasetId === void 0 ? void 0 : before[0]
    };
  } catch (error) {
    if (isCancelled(error)) throw error;
    if (!isAmbiguous(error)) {
      await ledger.asking.note("refused", before);
      throw explainUpload(error);
    }
    return findLostDataset(context, { origin, datasetId, before }, error);
  }
}

// packages/datarobot/src/datasets/dataset-state.ts
var states = {
  COMPLETED: "succeeded",
  RUNNING: "running",
  ERROR: "failed"
};
function datasetState({ processingState, error }, isRegistered) {
  if (error !== void 0 && error !== "") return "failed";
  if (processingState === void 0) return isRegistered ? "succeeded" : "running";
  return states[processingState.trim().toUpperCase()] ?? "unknown";
}

// packages/datarobot/src/datasets/dataset-job.ts
var stuckMs = 12e4;
function datasetJob({ client, clock }, registration) {
  const startedAtMs = clock.now();
  const { taskId, previousVersionId } = registration;
  let { datasetId, versionId } = registration;
  let isTaskOver = taskId === void 0;
  const readTask = async (signal) => {
    const look = await lookAtTask(client, taskId ?? "", signal);
    const state = look === "gone" ? "succeeded" : taskState(look.status);
    if (look === "gone" || state === "succeeded") {
      const location = look === "gone" ? void 0 : look.location;
      isTaskOver = true;
      datasetId ??= idInLocation("datasets", location);
      versionId ??= idInLocation("versions", location);
      return void 0;
    }
    const isStuck = state === "waiting" && clock.now() - startedAtMs >= stuckMs;
    if (!isFinal(state) && isStuck && datasetId !== void 0) return void 0;
    return {
      state,
      rawStatus: look.status,
      message: look.message ? quoteVendorText(look.message) : void 0
    };
  };
  const readDataset = async (signal) => {
    if (datasetId === void 0) throw unnamed(registration);
    const dataset = versionId === void 0 ? await client.getDataset(datasetId, signal) : await client.getDatasetVersion(datasetId, versionId, signal);
    const { processingState, error } = dataset;
    const isOlder = versionId === void 0 && isKnownVersion(dataset, previousVersionId);
    return {
      state: isOlder ? "running" : datasetState(dataset, isTaskOver),
      rawStatus: processingState ?? "registered",
      message: error ? quoteVendorText(error) : void 0,
      result: isOlder ? void 0 : dataset
    };
  };
  return {
    reference: registrationReference(registration),
    async read(signal) {
      try {
        return (isTaskOver ? void 0 : await readTask(signal)) ?? await readDataset(signal);
      } catch (error) {
        throw asPassing(error);
      }
    }
  };
}
var isKnownVersion = ({ versionId }, previous) => previous !== void 0 && versionId === previous;
async function lookAtTask(client, taskId, signal) {
  try {
    return await client.getTask(taskId, signal);
  } catch (error) {
    if (isApiError(error) && error.code === "not-found") return "gone";
    throw error;
  }
}
var unnamed = ({ name, taskId }) => new EngineError({
  code: "outcome-unknown",
  message: `Task ${taskId} has ended, and the server named no dataset that "${name}" became.`,
  remedy: "Look for it in the AI Catalog before uploading it again."
});

// packages/datarobot/src/datasets/wait-for-dataset.ts
async function waitForDataset(context, registration, { timeoutMs, pollIntervalMs }) {
  const { progress } = context;
  const job = datasetJob(context, registration);
  progress({ type: "phase", title: "Wait for the dataset" });
  const outcome = await waitForJob(context, job, { timeoutMs, pollIntervalMs, firstPauseMs });
  if (outcome.ended && outcome.snapshot.state !== "succeeded")
    throw notRegistered(registration, outcome.snapshot);
  return { finished: outcome.ended, dataset: outcome.snapshot?.result };
}
function notRegistered({ name, datasetId }, { rawStatus, message }) {
  const tooLarge = saysTooLarge(message ?? "");
  const what = datasetId === void 0 ? "" : ` as dataset ${datasetId}`;
  return new EngineError({
    code: tooLarge ? "too-large" : "job-failed",
    message: `Could not register "${name}"${what}: it ended as ${rawStatus}${message === void 0 ? ", and nothing says why" : `, "${message}"`}.`,
    remedy: tooLarge ? tooLargeRemedy : "Mend what the message names, then upload it anew; what failed can be deleted."
  });
}

// packages/datarobot/src/datasets/register-dataset.ts
var hopeless = /* @__PURE__ */ new Set(["job-failed", "too-large", "not-found"]);
async function registerDataset(context, wanted) {
  const ledger = datasetLedger(context.jobs, wanted.datasetId, wanted.origin);
  const registration = await startRegistration(context, ledger, wanted);
  if (!wanted.waitForCompletion) return { ...idsOf(registration), finished: false, dataset: void 0 };
  try {
    const { finished, dataset } = await waitForDataset(context, registration, wanted);
    if (finished) await ledger.keep({ ...registration, ...dataset, name: registration.name }, "registered");
    return { ...idsOf({ ...registration, ...dataset }), finished, dataset };
  } catch (error) {
    if (isEngineError(error) && hopeless.has(error.code)) await ledger.keep(registration, "failed");
    throw error;
  }
}
var idsOf = ({ datasetId, versionId }) => ({
  datasetId,
  versionId
});

// run-of:packages/datarobot/src/operations/dataset/upload-dataset-version.ts
async function run(context, given) {
  const origin = await datasetOrigin(given);
  return registeredOutput(await registerDataset(context, { ...given, origin }));
}

// packages/datarobot/src/datasets/describe-dataset.ts
async function describeDataset({ client, signal, progress }, datasetId, change) {
  try {
    await client.updateDataset(datasetId, change, signal);
    return true;
  } catch (error) {
    if (isCancelled(error)) throw error;
    const why = messageOf(error);
    progress({
      type: "warning",
      message: `Dataset ${datasetId} was uploaded, and its name or categories could not be set: ${why}`
    });
    return false;
  }
}

// run-of:packages/datarobot/src/operations/dataset/upload-dataset.ts
async function run2(context, given) {
  const { datasetName: name, categories } = given;
  const origin = await datasetOrigin(given);
  const registered = await registerDataset(context, { ...given, origin });
  const output = registeredOutput(registered);
  const change = { name, categories: "url" in origin && categories.length > 0 ? categories : void 0 };
  if (output.datasetId === void 0 || (change.name ?? change.categories) === void 0) return output;
  const isDescribed = await describeDataset(context, output.datasetId, change);
  return { ...output, name: isDescribed ? name ?? output.name : output.name };
}
export {
  run2 as uploadDataset,
  run as uploadDatasetVersion
};
