import {
  standAtGate
} from "./chunk-C36TCOTE.mjs";
import {
  findNamed
} from "./chunk-T736TANI.mjs";
import {
  createMarked,
  markLedger
} from "./chunk-27XJH5CH.mjs";
import {
  fingerprintOf
} from "./chunk-GFUAX45N.mjs";
import {
  ofKnownLength,
  sendSource
} from "./chunk-QATWYDLS.mjs";
import {
  allDefinitions,
  allJobs,
  allModels
} from "./chunk-UQZ7PBHG.mjs";
import {
  gateOf,
  jobRefOf,
  jobReference,
  jobResumeToken,
  jobState,
  namedJob,
  toNameValues,
  trainingJobKind,
  vendor
} from "./chunk-2BQPLDF5.mjs";
import {
  saveDownload
} from "./chunk-FY77K6R2.mjs";
import "./chunk-FUJSN5NJ.mjs";
import {
  storedZip
} from "./chunk-6ADRUR63.mjs";
import "./chunk-UI73M4Y7.mjs";
import "./chunk-QCTFJQAI.mjs";
import "./chunk-NXAGABYC.mjs";
import "./chunk-T3LF6UAK.mjs";
import "./chunk-BHVNCWOG.mjs";
import {
  waitForJob
} from "./chunk-A4AEMAC7.mjs";
import "./chunk-KDVNJCYW.mjs";
import "./chunk-LSXZPIXW.mjs";
import "./chunk-F6SUFCMP.mjs";
import "./chunk-LCWEN4EU.mjs";
import "./chunk-O2OEQBPF.mjs";
import "./chunk-3TW3HCV5.mjs";
import {
  sniffType
} from "./chunk-S2KHAVPK.mjs";
import {
  peekSource
} from "./chunk-DWUKSRY7.mjs";
import "./chunk-42YFLU3Z.mjs";
import {
  isAmbiguous,
  isFinal,
  pause,
  sendUntilTaken
} from "./chunk-WTLKQS7A.mjs";
import {
  EngineError,
  InputError,
  isApiError,
  isCancelled,
  isEngineError,
  quoteVendorText,
  redactUrls
} from "./chunk-VDHEZRE2.mjs";

// packages/abeja/src/training/describe-job.ts
function describeJob(reference, job) {
  const state = jobState(job.status);
  const { statistics, statusMessage } = job;
  return {
    ...reference,
    version: job.jobDefinitionVersion,
    status: job.status,
    statusMessage: statusMessage === void 0 ? void 0 : quoteVendorText(statusMessage),
    finished: state === "succeeded",
    pending: !isFinal(state),
    failed: state === "failed",
    stopped: state === "cancelled",
    epoch: statistics?.epoch,
    numEpochs: statistics?.numEpochs,
    statistics,
    instanceType: job.instanceType,
    environment: job.environment,
    datasets: job.datasets,
    description: job.description,
    archived: job.archived,
    startTime: job.startTime,
    completionTime: job.completionTime,
    createdAt: job.createdAt,
    resumeToken: jobResumeToken(reference)
  };
}

// packages/abeja/src/training/figures-of-job.ts
function figuresOfJob({ statistics }, models) {
  const { stages = {}, others = {} } = statistics ?? {};
  const staged = Object.entries(stages).flatMap(
    ([stage, metrics]) => Object.entries(metrics).map(([name, value]) => [`${stage}.${name}`, value])
  );
  const beside = [...models.map(({ metrics }) => metrics ?? {}), others].flatMap(
    (metrics) => Object.entries(metrics).filter((entry) => isMetric(entry[1]))
  );
  return Object.fromEntries([...beside, ...staged]);
}
var isMetric = (value) => typeof value === "number" || typeof value === "string";

// packages/abeja/src/training/models-of-job.ts
var missingMs = 12e4;
var pauseMs = 1e4;
async function modelsOfJob({ client, clock, signal, progress }, { definition, jobId }, patient) {
  const untilMs = clock.now() + (patient ? missingMs : 0);
  for (; ; ) {
    const models = await look(client, definition, jobId, signal);
    if (models.length > 0 || clock.now() >= untilMs) {
      if (models.length === 0 && patient) {
        const message = `Training job ${jobId} has made no model. Where its result is to become one, upload that.`;
        progress({ type: "warning", message });
      }
      return models;
    }
    await pause({ clock, signal }, pauseMs, `look for the models of training job ${jobId}`);
  }
}
async function look(client, definition, jobId, signal) {
  const found = [];
  try {
    for await (const model of allModels(client, definition, {}, signal)) {
      if (model.trainingJobId === jobId) found.push(model);
    }
  } catch (error) {
    if (isCancelled(error)) throw error;
  }
  return found;
}

// packages/abeja/src/training/save-result.ts
var pausesMs = [2e3, 5e3, 1e4];
async function saveResult(context, { definition, jobId }, { fileName = `result-${jobId}.zip`, isFresh }) {
  const { client, clock, signal } = context;
  const doing = `download the result of training job ${jobId}`;
  const waits = isFresh ? pausesMs : [];
  const freshUrl = async () => {
    for (const pauseMs2 of [...waits, void 0]) {
      const url = await client.getResultUrl(definition, jobId, signal);
      if (url !== void 0 || pauseMs2 === void 0) return url;
      await pause({ clock, signal }, pauseMs2, doing);
    }
    return void 0;
  };
  return saveDownload(context, {
    ...{ doing, freshUrl },
    nameOf({ head }) {
      if (sniffType(head) === "zip") return fileName;
      throw new EngineError({
        code: "unexpected-answer",
        message: `Could not ${doing}: what came is no zip.`,
        remedy: "Download it again; if that does not help, look at the result on the platform."
      });
    }
  });
}

// packages/abeja/src/training/job-failed.ts
function jobFailed({ definition, jobId }, { status, statusMessage }) {
  const said = statusMessage ? `: "${quoteVendorText(statusMessage)}"` : "";
  if (jobState(status) === "cancelled") {
    return new EngineError({
      code: "job-failed",
      message: `Training job ${jobId} of "${definition}" was stopped before it was complete${said}.`,
      remedy: "Somebody has stopped it; run it again when it is wanted after all."
    });
  }
  return new EngineError({
    code: "job-failed",
    message: `Training job ${jobId} of "${definition}" ended as ${status}${said || ", and does not say why"}.`,
    remedy: "Read its log on the platform, mend what that names, and run it again. With Export Log, a result has the log in it."
  });
}

// packages/abeja/src/training/statistics-figures.ts
var maxCharacters = 60;
function figuresOf(statistics) {
  const { epoch, numEpochs, progressPercentage, stages = {} } = statistics ?? {};
  return [
    ...epoch === void 0 ? [] : [{ name: "epoch", value: epoch, total: numEpochs }],
    ...progressPercentage === void 0 ? [] : [{ name: "progress", value: fit(progressPercentage) }],
    ...Object.entries(stages).flatMap(
      ([stage, metrics]) => Object.entries(metrics).map(([name, value]) => ({
        ...{ stage: words(stage), name: words(name), value: fit(value) }
      }))
    )
  ];
}
var words = (text) => quoteVendorText(text, redactUrls, maxCharacters);
var fit = (value) => typeof value === "string" ? words(value) : value;
function progressOf(statistics) {
  const { epoch, numEpochs, progressPercentage } = statistics ?? {};
  if (epoch !== void 0 && numEpochs !== void 0 && numEpochs > 0 && epoch >= 0 && epoch <= numEpochs) {
    return epoch / numEpochs;
  }
  const isShare = typeof progressPercentage === "number" && progressPercentage >= 0 && progressPercentage < 1;
  return isShare ? progressPercentage : void 0;
}

// packages/abeja/src/training/training-job.ts
var trainingJob = (client, job) => ({
  reference: jobReference(job),
  async read(signal) {
    const result = await client.getJob(job.definition, job.jobId, signal);
    const { status, statusMessage, statistics } = result;
    return {
      state: jobState(status),
      rawStatus: status,
      progress: progressOf(statistics),
      message: statusMessage === void 0 ? void 0 : quoteVendorText(statusMessage),
      figures: figuresOf(statistics),
      result
    };
  }
});

// packages/abeja/src/training/wait-for-training.ts
var pace = { firstPauseMs: 1e4, factor: 1.08 };
async function waitForTraining(context, reference, { timeoutMs, pollIntervalMs }) {
  context.progress({ type: "phase", title: "Wait for the training" });
  const { ended, snapshot } = await waitForJob(context, trainingJob(context.client, reference), {
    ...{ timeoutMs, pollIntervalMs, ...pace }
  });
  const job = snapshot?.result;
  if (ended && job && snapshot.state !== "succeeded") throw jobFailed(reference, job);
  return { finished: ended, job };
}

// packages/abeja/src/training/finish-job.ts
async function finishJob(context, ledger, reference, finishing) {
  const { client, signal } = context;
  const waited = await waitForTraining(context, reference, finishing).catch(async (error) => {
    if (isEngineError(error) && error.code === "job-failed") await ledger.keep(reference, "failed");
    throw error;
  });
  const job = waited.job ?? await client.getJob(reference.definition, reference.jobId, signal);
  if (!waited.finished) return { ...describeJob(reference, job), modelIds: [], goodEnough: false };
  await ledger.keep(reference, "finished");
  return settle(context, { reference, job }, finishing);
}
async function settle(context, { reference, job }, { downloadResult, resultFileName: fileName, findModel, gate }) {
  const { progress } = context;
  const resultFile = downloadResult ? await saveResult(context, reference, { fileName, isFresh: true }) : void 0;
  if (downloadResult && !resultFile) {
    const message = `Training job ${reference.jobId} has left no result, so that no file was saved.`;
    progress({ type: "warning", message });
  }
  const models = findModel || gate ? await modelsOfJob(context, reference, findModel) : [];
  const figures = figuresOfJob(job, models);
  const outcome = gate && standAtGate(context, gate, {
    what: `Training job ${reference.jobId} is complete and`,
    figures,
    besides: `${models[0] ? `Its model is ${models[0].modelId}` : "It has made no model"}, ${resultFile ? `and its result was saved as "${resultFile.name}"` : "and no file was saved"}.`
  });
  return {
    ...describeJob(reference, job),
    figures,
    modelId: models[0]?.modelId,
    modelIds: models.map(({ modelId }) => modelId),
    resultFile,
    goodEnough: outcome?.goodEnough ?? true,
    metricValue: outcome?.metricValue
  };
}

// packages/abeja/src/training/run-fingerprint.ts
var runFingerprint = (given) => fingerprintOf([
  ...["run", given.definition, given.version, given.source?.name, given.source?.length],
  ...[given.handler, given.image, given.environment, given.datasets],
  ...[given.instanceType, given.description, given.exportLog]
]);

// packages/abeja/src/training/earlier-job.ts
async function earlierJob({ client, signal, progress }, ledger) {
  const reference = await ledger.earlier();
  if (!reference) return void 0;
  const job = await client.getJob(reference.definition, reference.jobId, signal);
  const message = `Going on with training job ${job.jobId} of an earlier try, in place of starting another one.`;
  progress({ type: "warning", message });
  return { reference, job };
}

// packages/abeja/src/training/job-settings.ts
function jobSettings(given, version) {
  const { environment, datasets, instanceType, description, exportLog } = given;
  return {
    environment: over(version.environment, toNameValues(environment)),
    datasets: over(version.datasets, toNameValues(datasets)),
    instanceType,
    description,
    ...exportLog && { exportLog }
  };
}
var over = (there, given) => given && {
  ...Object.fromEntries(Object.entries(there ?? {}).map(([name, value]) => [name, String(value)])),
  ...given
};

// packages/abeja/src/definitions/find-definition.ts
var findDefinition = ({ client, signal }, named) => findNamed(
  () => client.getDefinition(named, {}, signal),
  async () => {
    for await (const definition of allDefinitions(client, { includeArchived: true }, signal)) {
      if (definition.name === named || definition.jobDefinitionId === named) return definition;
    }
    return void 0;
  }
);

// packages/abeja/src/definitions/ensure-definition.ts
var lateMs = 5e3;
async function ensureDefinition(context, name) {
  const { client, clock, signal, progress } = context;
  const there = await findDefinition(context, name);
  if (there) {
    if (there.archived) {
      const message = `Job definition "${name}" is archived: take it out of there before it is run.`;
      progress({ type: "warning", message });
    }
    return { definition: there, created: false };
  }
  if (/^\d+$/.test(name)) {
    const message = `"${name}" has digits only: where it is used later, it may be taken for an ID.`;
    progress({ type: "warning", message });
  }
  const doing = `create the job definition "${name}"`;
  try {
    const definition = await sendUntilTaken(context, doing, () => client.createDefinition(name, signal));
    return { definition, created: true };
  } catch (error) {
    const isOpen = isAmbiguous(error);
    const isTaken = isApiError(error) && (error.status === 400 || error.status === 409);
    if (!isOpen && !isTaken) throw error;
    for (const pauseMs2 of isOpen ? [0, lateMs] : [0]) {
      await pause({ clock, signal }, pauseMs2, doing);
      const found = await findDefinition(context, name);
      if (found) return { definition: found, created: isOpen };
    }
    throw error;
  }
}

// packages/abeja/src/versions/code-archive.ts
async function codeArchive({ crc32 }, file) {
  const { head, source } = await peekSource(file, 8);
  const type = sniffType(head);
  if (type === "zip") return { source, format: "zip" };
  if (type === "gzip") return { source, format: "tar.gz" };
  if (head.length === 0) throw refuse("is empty");
  if (!file.name.endsWith(".py")) throw refuse("is neither a zip nor a tar.gz nor a Python file");
  return { source: storedZip("source_code.zip", [{ path: file.name, source }], { crc32 }), format: "zip" };
}
var refuse = (problem) => new InputError([
  { field: "source", problem, remedy: "Give the code as a zip or tar.gz, with its files at the top." }
]);

// packages/abeja/src/versions/version-ledger.ts
var versionKind = "training-version";
var versionRequest = "training-version-request";
async function versionLedger(jobs, { definition, settings, origin }) {
  const from = "source" in origin ? [origin.source.name, origin.source.length ?? null] : origin;
  const fingerprint = await fingerprintOf([definition, settings, from]);
  return {
    note: (version) => jobs.keep({
      vendor,
      kind: versionKind,
      id: `${definition}/${version}`,
      phase: "uploaded",
      fingerprint,
      note: true
    }),
    async earlier() {
      const record = await jobs.earlier(versionKind, fingerprint);
      return record && Number(record.id.split("/").at(-1));
    },
    marks: await markLedger(jobs, versionRequest, fingerprint)
  };
}

// packages/abeja/src/versions/create-version.ts
async function createVersion(context, wanted) {
  const { client, signal, progress } = context;
  const { definition, settings, origin, ensures } = wanted;
  const ledger = await versionLedger(context.jobs, wanted);
  const earlier = await ledger.earlier();
  if (earlier !== void 0) {
    const message = `Going on with version ${earlier} of "${definition}" of an earlier try, in place of creating another one.`;
    progress({ type: "warning", message });
    return client.getVersion(definition, earlier, signal);
  }
  progress({ type: "phase", title: "Create the version" });
  const version = await ("source" in origin ? fromFile(context, ledger, { definition, settings, ensures, source: origin.source }) : createOnce(
    context,
    ledger,
    { definition, settings },
    (description) => client.createVersionFromGit(definition, { ...settings, ...origin, description }, signal)
  ));
  await ledger.note(version.jobDefinitionVersion);
  await ledger.marks.close();
  return version;
}
async function fromFile(context, ledger, { source: file, ...wanted }) {
  const { client, signal } = context;
  const { definition, settings, ensures = false } = wanted;
  const sized = await ofKnownLength(context, file);
  try {
    const { source, format } = await codeArchive(context, sized.source);
    if (ensures) await ensureDefinition(context, definition);
    const send = (description) => sendSource(
      context,
      `create a version of "${definition}"`,
      source,
      (sending) => client.createVersion(definition, { ...settings, ...sending, description, format }, signal)
    );
    return await createOnce(context, ledger, wanted, send, source.replayable);
  } finally {
    await sized.dispose();
  }
}
var createOnce = (context, ledger, { definition, settings }, create, replayable = true) => createMarked(context, {
  doing: `create a version of "${definition}"`,
  description: settings.description,
  ...{ replayable, create },
  async *list() {
    yield* await context.client.getVersions(definition, { includeArchived: true }, context.signal);
  },
  ...ledger.marks
});

// packages/abeja/src/versions/latest-of.ts
var latestOf = (versions) => versions.filter(({ archived }) => archived !== true).reduce(
  (latest, one) => latest && latest.jobDefinitionVersion > one.jobDefinitionVersion ? latest : one,
  void 0
);

// packages/abeja/src/versions/pick-version.ts
async function pickVersion({ client, signal, progress }, definition, wanted) {
  const [{ archived }, versions] = await Promise.all([
    client.getDefinition(definition, {}, signal),
    client.getVersions(definition, { includeArchived: true }, signal)
  ]);
  const version = wanted === void 0 ? latestOf(versions) : versions.find(({ jobDefinitionVersion }) => jobDefinitionVersion === Number(wanted));
  if (!version) throw noVersion(definition, wanted, versions);
  const kept = [
    ...archived ? [`Job definition "${definition}"`] : [],
    ...version.archived ? [`Version ${version.jobDefinitionVersion} of "${definition}"`] : []
  ];
  for (const what of kept) {
    progress({ type: "warning", message: `${what} is archived: the platform may refuse to run it.` });
  }
  return version;
}
function noVersion(definition, wanted, versions) {
  const numbers = versions.map(({ jobDefinitionVersion }) => jobDefinitionVersion).sort((a, b) => a - b);
  const which = wanted === void 0 ? "no version that is not archived" : `no version ${wanted}`;
  return new EngineError({
    code: "not-found",
    message: `Job definition "${definition}" has ${which}.`,
    remedy: numbers.length === 0 ? "Create a version of it first." : `It has ${numbers.join(", ")}: name one of these, or create another one.`
  });
}

// packages/abeja/src/training/prepare-version.ts
async function prepareVersion(context, { definition, version, source, handler, image, description }) {
  if (!source || handler === void 0 || image === void 0) {
    return pickVersion(context, definition, version);
  }
  const settings = { handler, image, description };
  return createVersion(context, { definition, settings, origin: { source }, ensures: true });
}

// packages/abeja/src/training/start-job.ts
async function startJob(context, ledger, { definition, version, settings }) {
  const { client, signal, progress } = context;
  progress({ type: "phase", title: "Start the training job" });
  const marks = await ledger.marks();
  const job = await createMarked(context, {
    doing: `start a training job of version ${version} of "${definition}"`,
    description: settings.description,
    create: (description) => client.createJob(definition, version, { ...settings, description }, signal),
    list: () => allJobs(client, definition, { includeArchived: true }, signal),
    ...marks
  });
  const reference = { definition, jobId: job.jobId };
  await ledger.keep(reference, "started");
  await marks.close();
  return { reference, job };
}

// packages/abeja/src/training/start-run.ts
async function startRun(context, ledger, given) {
  const earlier = await earlierJob(context, ledger);
  if (earlier) return earlier;
  const version = await prepareVersion(context, given);
  return startJob(context, ledger, {
    definition: given.definition,
    version: version.jobDefinitionVersion,
    settings: jobSettings(given, version)
  });
}

// packages/abeja/src/training/training-ledger.ts
var trainingRequest = "training-request";
var trainingLedger = (jobs, fingerprint) => ({
  keep: (job, phase) => jobs.keep({ ...jobReference(job), phase, fingerprint }),
  async earlier() {
    const record = await jobs.earlier(trainingJobKind, fingerprint);
    return record && record.phase !== "failed" ? jobRefOf(record.id) : void 0;
  },
  marks: () => markLedger(jobs, trainingRequest, fingerprint)
});

// run-of:packages/abeja/src/operations/job/run-job.ts
async function run(context, given) {
  const ledger = trainingLedger(context.jobs, await runFingerprint(given));
  const { reference, job } = await startRun(context, ledger, given);
  return given.waitForCompletion ? finishJob(context, ledger, reference, { ...given, gate: gateOf(given) }) : { ...describeJob(reference, job), modelIds: [], goodEnough: false };
}

// run-of:packages/abeja/src/operations/job/wait-for-job.ts
async function run2(context, given) {
  const reference = namedJob(given);
  const ledger = trainingLedger(context.jobs, await fingerprintOf(["wait", reference]));
  await ledger.keep(reference, "started");
  return finishJob(context, ledger, reference, { ...given, gate: gateOf(given) });
}
export {
  run as runJob,
  run2 as waitForJob
};
