import {
  patienceOf,
  restOf
} from "./chunk-ELQGOAX3.mjs";
import {
  surely
} from "./chunk-F45F7HNI.mjs";
import {
  standAtGate
} from "./chunk-C36TCOTE.mjs";
import {
  findNamed
} from "./chunk-T736TANI.mjs";
import {
  fingerprintOf
} from "./chunk-GFUAX45N.mjs";
import {
  gateOf,
  toNameValues,
  vendor
} from "./chunk-2BQPLDF5.mjs";
import "./chunk-SNKFVKXG.mjs";
import {
  readBeginning
} from "./chunk-OHIAI7NE.mjs";
import {
  requestNotes
} from "./chunk-T3LF6UAK.mjs";
import {
  waitForJob
} from "./chunk-A4AEMAC7.mjs";
import "./chunk-KDVNJCYW.mjs";
import "./chunk-LSXZPIXW.mjs";
import "./chunk-LCWEN4EU.mjs";
import "./chunk-O2OEQBPF.mjs";
import "./chunk-3TW3HCV5.mjs";
import {
  isAmbiguous,
  pause,
  sendUntilTaken
} from "./chunk-WTLKQS7A.mjs";
import {
  EngineError,
  InputError,
  isCancelled,
  isEngineError,
  messageOf
} from "./chunk-VDHEZRE2.mjs";

// packages/abeja/src/switching/check-model.ts
async function checkModel(context, { jobDefinition, modelId, gate }) {
  const { client, signal, progress } = context;
  const model = await client.getModel(jobDefinition, modelId, signal);
  if (model.archived === true) {
    const message = `Model ${modelId} is in the archive, and may not be served: take it out of there first.`;
    progress({ type: "warning", message });
  }
  const candidate = { what: `Model ${modelId} is`, figures: model.metrics, besides: "Nothing was switched." };
  return gate && standAtGate(context, gate, candidate);
}

// packages/abeja/src/serving/endpoints-to.ts
async function endpointsTo({ client, signal }, { deploymentId, serviceId }) {
  const { entries } = await client.getEndpoints(deploymentId, signal);
  return entries.filter((endpoint) => endpoint.serviceId === serviceId).map(({ customAlias, endpointId }) => customAlias ?? endpointId);
}

// packages/abeja/src/serving/service-state.ts
var isReady = (status) => status === "READY";
var isStopped = (status) => /stop|suspend/i.test(status);
function serviceState(status) {
  if (isReady(status)) return "succeeded";
  if (status === "IN_PROGRESS") return "running";
  return /fail|error/i.test(status) || isStopped(status) ? "failed" : "unknown";
}

// packages/abeja/src/serving/stop-service.ts
async function stopService(context, { deploymentId, serviceId }) {
  const { client, signal } = context;
  const isDone = async () => isStopped((await client.getService(deploymentId, serviceId, signal)).status);
  if (await isDone()) return false;
  await surely(context, {
    doing: `stop the service ${serviceId}`,
    send: () => client.stopService(deploymentId, serviceId, signal),
    isDone
  });
  return true;
}

// packages/abeja/src/switching/retire-service.ts
async function retireService(context, reference, graceMs) {
  const { clock, signal, progress } = context;
  const { serviceId } = reference;
  progress({ type: "phase", title: "Stop the old service" });
  await pause({ clock, signal }, graceMs, `stop the service ${serviceId}`);
  const names = await endpointsTo(context, reference);
  if (names.length === 0) {
    await stopService(context, reference);
    return true;
  }
  const message = `Service ${serviceId} was not stopped: ${names.join(", ")} ${names.length > 1 ? "point" : "points"} to it.`;
  progress({ type: "warning", message });
  return false;
}

// packages/abeja/src/serving/find-service.ts
var findService = ({ client, signal }, { deploymentId, serviceId }) => findNamed(
  () => client.getService(deploymentId, serviceId, signal),
  async () => {
    const { entries } = await client.getServices(deploymentId, signal);
    return entries.find((service) => service.serviceId === serviceId);
  }
);

// packages/abeja/src/serving/same-service.ts
var modelIdsOf = ({ models }) => Object.values(models ?? {}).map(({ modelId }) => modelId);
var servesModel = (service, modelId) => modelId === void 0 ? modelIdsOf(service).length === 0 : modelIdsOf(service).includes(modelId);
var isSameService = (service, wanted) => service.modelVersionId === wanted.versionId && servesModel(service, wanted.modelId) && (wanted.instanceType === void 0 || service.instanceType === void 0 || service.instanceType === wanted.instanceType);

// packages/abeja/src/serving/find-new-service.ts
var betweenLooksMs = 5e3;
async function findNewService({ client, clock, signal, progress }, wanted, known, cause) {
  const { deploymentId, settings } = wanted;
  for (const pauseMs3 of [0, betweenLooksMs]) {
    await pause({ clock, signal }, pauseMs3, `look for the new service of deployment ${deploymentId}`);
    const found = (await look(client, deploymentId, signal)).filter(
      (service2) => !known.includes(service2.serviceId) && isSameService(service2, settings)
    );
    const [service] = found;
    if (found.length > 1) break;
    if (!service) continue;
    const message = `No clear answer came to the creation. Service ${service.serviceId} is new since then and as it was asked for: it is taken for it.`;
    progress({ type: "warning", message });
    return service;
  }
  const why = cause instanceof Error ? ` ${cause.message}` : "";
  throw new EngineError({
    code: "outcome-unknown",
    message: `It is not known whether a service of deployment ${deploymentId} was created, and it was not asked for again.${why}`,
    remedy: "Look at the services of the deployment: use a new one that is there, and run this again if there is none.",
    cause
  });
}
var look = async (client, deploymentId, signal) => {
  try {
    return (await client.getServices(deploymentId, signal)).entries;
  } catch (error) {
    if (isCancelled(error)) throw error;
    return [];
  }
};

// packages/abeja/src/serving/create-service-once.ts
async function createServiceOnce(context, wanted) {
  const { ledger } = wanted;
  const earlier = await takeUp(context, ledger);
  if (earlier) return earlier;
  const open = await ledger.asking.open();
  const service = open ? await findNewService(context, wanted, open) : await create(context, wanted);
  await ledger.keep(service.serviceId, "starting");
  return service;
}
async function takeUp(context, ledger) {
  const reference = await ledger.earlier();
  const service = reference && await findService(context, reference);
  if (!service) return void 0;
  const message = `Going on with service ${service.serviceId} of an earlier try, in place of creating another one.`;
  context.progress({ type: "warning", message });
  return service;
}
async function create(context, { deploymentId, settings, ledger }) {
  const { client, signal, progress } = context;
  progress({ type: "phase", title: "Create the service" });
  const { entries } = await client.getServices(deploymentId, signal);
  const known = entries.map(({ serviceId }) => serviceId);
  await ledger.asking.note("issued", known);
  try {
    return await sendUntilTaken(
      context,
      `create a service of deployment ${deploymentId}`,
      () => client.createService(deploymentId, settings, signal)
    );
  } catch (error) {
    if (isCancelled(error)) throw error;
    if (!isAmbiguous(error)) {
      await ledger.asking.note("refused", known);
      throw error;
    }
    return findNewService(context, { deploymentId, settings }, known, error);
  }
}

// packages/abeja/src/serving/service-job.ts
var serviceKind = "service";
var serviceJob = (client, { deploymentId, serviceId }) => ({
  reference: { vendor, kind: serviceKind, id: `${deploymentId}/${serviceId}` },
  async read(signal) {
    const service = await client.getService(deploymentId, serviceId, signal);
    return { state: serviceState(service.status), rawStatus: service.status, result: service };
  }
});

// packages/abeja/src/serving/service-ledger.ts
var serviceRequest = "service-request";
function serviceLedger(jobs, deploymentId, fingerprint) {
  const asking = requestNotes(jobs, { vendor, kind: serviceRequest, fingerprint });
  return {
    asking,
    async keep(serviceId, phase) {
      await jobs.keep({ vendor, kind: serviceKind, id: `${deploymentId}/${serviceId}`, phase, fingerprint });
      const known = await asking.open();
      if (known) await asking.note("created", known);
    },
    async earlier() {
      const record = await jobs.earlier(serviceKind, fingerprint);
      if (!record || record.phase === "failed") return void 0;
      return { deploymentId, serviceId: record.id.slice(deploymentId.length + 1) };
    }
  };
}

// packages/abeja/src/serving/settings-like.ts
function settingsLike(service, change) {
  const given = Object.entries(change).filter(([, value]) => value !== void 0);
  const settings = {
    versionId: service?.modelVersionId,
    instanceType: service?.instanceType,
    instanceNumber: service?.instanceNumber,
    maxInstanceNumber: service?.maxInstanceNumber,
    enableAutoscale: service?.enableAutoscale,
    environment: environmentOf(service),
    recordChannelId: service?.recordChannelId,
    ...Object.fromEntries(given)
  };
  const { versionId } = settings;
  if (versionId !== void 0) return { ...settings, versionId };
  const problem = "is required: what the endpoint points to does not tell its code version";
  throw new InputError([{ field: "versionId", problem, remedy: "Give the ID of a version: ver-..." }]);
}
function environmentOf(service) {
  const variables = Object.entries(service?.userEnvVars ?? {});
  if (variables.length === 0) return void 0;
  return Object.fromEntries(variables.map(([name, value]) => [name, wordOf(value)]));
}
var wordOf = (value) => typeof value === "string" ? value : JSON.stringify(value);

// packages/abeja/src/switching/read-endpoint.ts
async function readEndpoint({ client, signal }, { deploymentId, endpoint }) {
  const list = async () => (await client.getEndpoints(deploymentId, signal)).entries;
  const found = await findNamed(
    () => client.getEndpoint(deploymentId, endpoint, signal),
    async () => (await list()).find(
      ({ customAlias, endpointId }) => endpoint === customAlias || endpoint === endpointId
    )
  );
  if (found) return found;
  const names = (await list()).map(({ customAlias, endpointId }) => customAlias ?? endpointId);
  throw new InputError([
    {
      field: "endpoint",
      problem: `is not there: deployment ${deploymentId} has ${names.length > 0 ? names.join(", ") : "no endpoint"}`,
      remedy: "Name one that is there, or create it on the platform first."
    }
  ]);
}

// packages/abeja/src/switching/switch-ledger.ts
var switchKind = "service-switch";
var switchLedger = (jobs, fingerprint) => ({
  note: ({ from, to }, phase) => jobs.keep({ vendor, kind: switchKind, id: `${from}/${to}`, phase, fingerprint, note: true }),
  async earlier() {
    const record = await jobs.earlier(switchKind, fingerprint);
    const [from = "", to = ""] = record?.id.split("/") ?? [];
    return record && { from, to };
  }
});

// packages/abeja/src/serving/wait-until-ready.ts
var firstPauseMs = 5e3;
async function waitUntilReady(context, reference, patience) {
  const { client, clock, progress } = context;
  progress({ type: "phase", title: "Wait for the service" });
  const wait = { ...restOf(clock, patience), firstPauseMs };
  const outcome = await waitForJob(context, serviceJob(client, reference), wait);
  if (!outcome.ended) return void 0;
  const { state, rawStatus, result } = outcome.snapshot;
  if (state === "succeeded") return result;
  const { deploymentId, serviceId } = reference;
  throw new EngineError({
    code: "job-failed",
    message: `Service ${serviceId} of deployment ${deploymentId} did not get ready: it is ${rawStatus}.`,
    remedy: "Read its log on the platform and mend what that names, then create a new one; delete this one, since services are paid for."
  });
}

// packages/abeja/src/switching/point-endpoint.ts
var lagMs = 12e4;
var pauseMs = 5e3;
async function pointEndpoint(context, wanted) {
  const { client, signal, progress } = context;
  const { deploymentId, endpoint, from, to } = wanted;
  const pointsTo = async () => (await readEndpoint(context, wanted)).serviceId;
  progress({ type: "phase", title: "Point the endpoint to the service" });
  const now = await pointsTo();
  if (now === to) return;
  if (now !== from) throw moved(wanted, now, false);
  await wanted.onSwitching?.();
  await surely(context, {
    doing: `point the endpoint "${endpoint}" to the service ${to}`,
    send: () => client.pointEndpoint(deploymentId, endpoint, { serviceId: to }, signal),
    async isDone() {
      const seen = await pointsTo();
      if (seen !== from && seen !== to) throw moved(wanted, seen, true);
      return seen === to;
    }
  });
  await waitForSwitch(context, wanted, pointsTo);
}
async function waitForSwitch({ clock, signal }, wanted, pointsTo) {
  const { deploymentId, endpoint, from, to } = wanted;
  const endsAtMs = clock.now() + lagMs;
  for (; ; ) {
    const seen = await pointsTo();
    if (seen === to) return;
    if (seen !== from) throw moved(wanted, seen, true);
    if (clock.now() >= endsAtMs) break;
    await pause({ clock, signal }, pauseMs, `look at the endpoint "${endpoint}"`);
  }
  throw new EngineError({
    code: "outcome-unknown",
    message: `The endpoint "${endpoint}" of deployment ${deploymentId} was pointed to service ${to}, and still shows service ${from}.`,
    remedy: "Look at the endpoint on the platform in some minutes; point it to the service again if need be."
  });
}
function moved({ deploymentId, endpoint, from, to }, now, isSwitched) {
  const what = isSwitched ? `after it was pointed to service ${to}` : `and was left alone`;
  return new EngineError({
    code: "conflict",
    message: `Somebody else has moved the endpoint "${endpoint}" of deployment ${deploymentId} ${what}: it pointed to service ${from}, and points to service ${now} now.`,
    remedy: `Find out who else switches this endpoint. Service ${to} is ready: Roll Back points the endpoint to it, where that is still wanted.`
  });
}

// packages/abeja/src/switching/try-sample.ts
var maxAnswerBytes = 1e4;
var maxTries = 3;
var pauseMs2 = 5e3;
async function trySample(context, service, sample) {
  const { clock, signal, progress } = context;
  progress({ type: "phase", title: "Try the service" });
  for (let tries = 1; ; tries++) {
    try {
      return await ask(context, service, sample);
    } catch (error) {
      if (isCancelled(error)) throw error;
      if (!isAmbiguous(error) || !sample.replayable || tries >= maxTries) throw noAnswer(service, error);
      await pause({ clock, signal }, pauseMs2, `try the service ${service.serviceId}`);
    }
  }
}
async function ask(context, service, sample) {
  const { client, signal } = context;
  const request = {
    body: { kind: "stream", source: sample },
    contentType: sample.contentType ?? typeOf(sample.name)
  };
  const { replayable } = sample;
  const answer = await sendUntilTaken(
    context,
    `call the service ${service.serviceId}`,
    () => client.callService(service, request, signal),
    { replayable }
  );
  return readBeginning(answer.body, maxAnswerBytes);
}
var types = /* @__PURE__ */ new Map([
  ["json", "application/json"],
  ["csv", "text/csv"],
  ["txt", "text/plain"]
]);
var typeOf = (name) => types.get(name.split(".").at(-1)?.toLowerCase() ?? "") ?? "application/octet-stream";
function noAnswer({ serviceId }, cause) {
  const why = messageOf(cause);
  return new EngineError({
    code: isEngineError(cause) ? cause.code : "unexpected-answer",
    message: `Service ${serviceId} is ready, but did not answer the sample, and no endpoint was pointed to it. ${why}`,
    remedy: "Check that the sample is what its code takes, and read its log on the platform; delete it where it is of no use, since services are paid for.",
    cause
  });
}

// packages/abeja/src/switching/switch-to.ts
async function switchTo(context, wanted) {
  const { deploymentId, to: serviceId, sample, patience } = wanted;
  const reference = { deploymentId, serviceId };
  const service = await waitUntilReady(context, reference, patience);
  if (!service) return void 0;
  await wanted.onReady?.();
  const sampleAnswer = sample && await trySample(context, reference, sample);
  await pointEndpoint(context, wanted);
  return { service, sampleAnswer };
}

// packages/abeja/src/switching/switch-model.ts
async function switchModel(context, wanted) {
  const { jobs } = context;
  const { deploymentId, endpoint, change } = wanted;
  const fingerprint = await fingerprintOf(["switch", deploymentId, endpoint, change]);
  const switches = switchLedger(jobs, fingerprint);
  const services = serviceLedger(jobs, deploymentId, fingerprint);
  const { serviceId: now } = await readEndpoint(context, wanted);
  const current = await findService(context, { deploymentId, serviceId: now });
  const asked = await switches.earlier();
  if (current && !asked && answersAlready(current, change)) {
    const already = { previousServiceId: void 0, sampleAnswer: void 0 };
    return { outcome: "already-current", service: current, ...already };
  }
  const settings = settingsLike(current, change);
  const service = await createServiceOnce(context, { deploymentId, settings, ledger: services });
  const { serviceId: to } = service;
  const from = asked?.to === to ? asked.from : now;
  const arrival = await arrive(context, wanted, { from, to, services, switches });
  return {
    outcome: arrival ? "switched" : "pending",
    service: arrival?.service ?? service,
    previousServiceId: arrival && from,
    sampleAnswer: arrival?.sampleAnswer
  };
}
async function arrive(context, wanted, under) {
  const { from, to, services, switches } = under;
  try {
    const arrival = await switchTo(context, {
      ...wanted,
      ...{ from, to },
      onReady: () => services.keep(to, "ready"),
      onSwitching: () => switches.note({ from, to }, "issued")
    });
    if (arrival) await switches.note({ from, to }, "switched");
    return arrival;
  } catch (error) {
    if (isEngineError(error) && error.code === "job-failed") await services.keep(to, "failed");
    throw error;
  }
}
var answersAlready = (service, { modelId, versionId, instanceType }) => isReady(service.status) && servesModel(service, modelId) && (versionId === void 0 || service.modelVersionId === versionId) && (instanceType === void 0 || service.instanceType === instanceType);

// packages/abeja/src/serving/to-service-change.ts
function toServiceChange({
  versionId,
  modelId,
  instanceType,
  instanceNumber,
  maxInstanceNumber,
  enableAutoscale,
  recordChannelId,
  environment
}) {
  return {
    ...{ versionId, modelId, instanceType, instanceNumber, maxInstanceNumber, enableAutoscale },
    ...{ recordChannelId, environment: toNameValues(environment) }
  };
}

// run-of:packages/abeja/src/operations/service/switch-model.ts
async function run(context, given) {
  const { deploymentId, endpoint, definition, modelId, sampleFile: sample } = given;
  const patience = patienceOf(context.clock, given);
  const gate = await checkModel(context, { jobDefinition: definition, modelId, gate: gateOf(given) });
  const told = { deploymentId, endpoint, modelId, metricValue: gate?.metricValue };
  if (gate && !gate.goodEnough) {
    const nothing = { switched: false, alreadyCurrent: false, pending: false, previousStopped: false };
    return { ...told, ...nothing, goodEnough: false };
  }
  const change = { ...toServiceChange(given), modelId };
  const wanted = { deploymentId, endpoint, change, sample, patience };
  const { outcome, service, previousServiceId, sampleAnswer } = await switchModel(context, wanted);
  const mayStop = given.stopPrevious && previousServiceId !== void 0;
  const previousStopped = mayStop && await retireService(context, { deploymentId, serviceId: previousServiceId }, given.graceMs);
  return {
    ...told,
    goodEnough: true,
    switched: outcome === "switched",
    alreadyCurrent: outcome === "already-current",
    pending: outcome === "pending",
    serviceId: service.serviceId,
    status: service.status,
    previousServiceId,
    sampleAnswer,
    previousStopped
  };
}
export {
  run as switchModel
};
