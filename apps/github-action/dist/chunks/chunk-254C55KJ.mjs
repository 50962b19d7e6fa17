import {
  nodeClock,
  nodeTransport,
  proxyFromEnvironment
} from "./chunk-PNVHMPVM.mjs";
import {
  issued
} from "./chunk-T3LF6UAK.mjs";
import {
  abortable
} from "./chunk-O2OEQBPF.mjs";
import {
  isTransportError
} from "./chunk-WTLKQS7A.mjs";
import {
  actionFace,
  inputText,
  isApiError,
  secretOf,
  stepsOf,
  timeOf,
  upperFirst
} from "./chunk-VDHEZRE2.mjs";

// packages/operation/src/job-phase.ts
var isJob = ({ note = false }) => !note;
var isUnanswered = ({ note = false, phase }) => note && phase === issued;
var withoutData = /* @__PURE__ */ new Set(["issued", "created", "uploading", "incomplete"]);
var isUnfinished = ({ phase }) => withoutData.has(phase);
var isAbandoned = ({ phase }) => phase === "abandoned";

// packages/operation/src/job-name.ts
var jobName = ({ kind, id, name }) => name ?? `${kind.replaceAll("-", " ")} ${id}`;

// apps/github-action/src/cancel/stop-job.ts
var pausesMs = [1e3, 2e3, 4e3, 8e3];
async function stopJob({ client, cancels }, job, { withinMs, tries = 1 }) {
  const cancel = cancels?.[job.kind];
  if (!cancel) return { job, stopped: "impossible" };
  const signal = AbortSignal.timeout(withinMs);
  for (let attempt = 1; ; attempt++) {
    try {
      const context = { client, clock: nodeClock, signal };
      return { job, stopped: await abortable(cancel(context, job.id), signal) };
    } catch (error) {
      if (signal.aborted) return { job, stopped: "unknown", error: void 0 };
      if (attempt >= tries || !mayPass(error)) return { job, stopped: "unknown", error };
      const pauseMs = pausesMs[Math.min(attempt, pausesMs.length) - 1] ?? 0;
      const slept = await nodeClock.sleep(pauseMs, signal).then(
        () => true,
        () => false
      );
      if (!slept) return { job, stopped: "unknown", error };
    }
  }
}
var mayPass = (error) => isApiError(error) ? error.retryable || error.status >= 500 : isTransportError(error) && error.kind !== "fatal";

// apps/github-action/src/cancel/end-jobs.ts
async function endJobs(stopper, jobs, request) {
  const { policy, withinMs, tries } = request;
  const ends = await Promise.all(
    jobs.map(async (job) => {
      const sent = job === jobs.at(-1) ? request.sent : "part";
      const isCut = isUnfinished(job) && sent !== "all";
      if (policy === "detach" && !isCut) return goesOn(job, "it goes on at the vendor");
      const result = await stopJob(stopper, job, { withinMs, tries });
      return isCut && result.stopped === "impossible" ? cutOff(job, sent) : endOf(result, withinMs);
    })
  );
  return {
    said: ends.flatMap(({ said }) => said),
    goingOn: ends.flatMap(({ goingOn }) => goingOn),
    settled: ends.flatMap(({ settled }) => settled),
    failed: ends.some(({ failed }) => failed)
  };
}
var nameOf = (job) => upperFirst(jobName(job));
var over = (job, said) => ({
  said: [said],
  goingOn: [],
  settled: [job],
  failed: false
});
var goesOn = (job, why) => ({
  said: [`${nameOf(job)} was left alone: ${why}.`],
  goingOn: [job],
  settled: [job],
  failed: false
});
var cutOff = (job, sent) => sent === "part" ? over(
  job,
  `The upload was cut before all of the data had left, so nothing was started: ${nameOf(job)} has no data.`
) : {
  ...goesOn(job, "its data were being sent, and where they have all arrived it goes on at the vendor"),
  settled: [job]
};
function endOf(result, withinMs) {
  const { job } = result;
  switch (result.stopped) {
    case "cancelled":
      return over(job, `${nameOf(job)} was ended at the vendor.`);
    case "already-ended":
      return over(job, `${nameOf(job)} had ended by itself.`);
    case "never-started":
      return over(
        job,
        `${nameOf(job)} never got all of its data: nothing was started, and nothing runs at the vendor.`
      );
    case "impossible":
      return goesOn(job, "the vendor documents no way to end it, so it goes on");
    case "unknown":
      return {
        said: [`${nameOf(job)} could not be ended. ${reasonOf(result.error, withinMs)}`],
        goingOn: [job],
        settled: [],
        failed: true
      };
  }
}
function reasonOf(error, withinMs) {
  if (error === void 0) return `No answer came within ${timeOf(withinMs)}.`;
  return error instanceof Error ? error.message : String(error);
}

// apps/github-action/src/cancel/wait-step.ts
var home = { repository: "modelferry/modelferry", ref: "action-v1" };
function waitStep({ host: { catalog, jobs }, vendor: { credentials } }, env, { kind, id }) {
  const { waitedBy, outputs } = jobs[kind] ?? {};
  const operation = waitedBy && stepsOf(catalog).find(({ ciStep }) => ciStep === waitedBy);
  if (!operation) return void 0;
  const { inputs } = actionFace(catalog, credentials, operation);
  const repository = env["GITHUB_ACTION_REPOSITORY"] || home.repository;
  const ref = env["GITHUB_ACTION_REF"] || home.ref;
  const ids = outputs?.(id) ?? {};
  const given = inputs.flatMap((input) => {
    const part = ids[input.name];
    const value = part === void 0 ? valueOf(input, catalog.vendor, inputText(env, input.name)) : yaml(part);
    return value === void 0 ? [] : [`    ${input.name}: ${value}`];
  });
  return [
    `- uses: ${repository}/apps/github-action/${catalog.vendor}/${waitedBy}@${ref}`,
    "  with:",
    ...given
  ].join("\n");
}
function valueOf(input, vendor, text) {
  const isAsked = input.isCredential || input.field?.kind === "reference";
  if (!isAsked || text === void 0 || text === input.default) return void 0;
  return input.secret ? secretOf(vendor, input.name) : yaml(text);
}
var yaml = (text) => JSON.stringify(text).replaceAll("${{", "$ {{");

// apps/github-action/src/cancel/go-on-later.ts
function goOnLater(step, env, job, lead = "To wait for it later, use this step:") {
  const snippet = waitStep(step, env, job);
  if (snippet !== void 0) return { next: [lead], snippet };
  const later = step.host.jobs[job.kind]?.later;
  return later === void 0 ? {} : { next: [later] };
}

// apps/github-action/src/run/open-client.ts
async function openClient({ env, secrets, log }, host, given) {
  const transport = nodeTransport({ proxy: proxyFromEnvironment(env) });
  const client = await host.createClient({
    transport,
    given,
    clock: nodeClock,
    secrets,
    warn: (text) => log.warning(text)
  });
  return { client, close: () => transport.close() };
}

export {
  isJob,
  isUnanswered,
  isUnfinished,
  isAbandoned,
  waitStep,
  jobName,
  endJobs,
  goOnLater,
  openClient
};
