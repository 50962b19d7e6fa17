import {
  nodeClock,
  nodeTransport
} from "./chunk-E4BUXB7E.mjs";
import {
  actionFace,
  stepsOf,
  timeOf
} from "./chunk-IZ47H23L.mjs";
import {
  isUnfinished
} from "./chunk-H7JG3SHN.mjs";
import {
  inputText
} from "./chunk-4TNTUKRT.mjs";
import {
  abortable,
  isApiError,
  isEngineError,
  isTransportError
} from "./chunk-GBW5WBB5.mjs";

// apps/github-action/src/cancel/wait-step.ts
var home = { repository: "modelferry/modelferry", ref: "action-v1" };
var plain = /^[A-Za-z0-9][A-Za-z0-9._/-]*$/;
function waitStep(catalog, credentials, env, jobId) {
  const operation = stepsOf(catalog).find(({ ciStep }) => ciStep === "wait");
  if (!operation) return void 0;
  const { inputs } = actionFace(catalog, credentials, operation);
  const repository = env["GITHUB_ACTION_REPOSITORY"] || home.repository;
  const ref = env["GITHUB_ACTION_REF"] || home.ref;
  const given = inputs.flatMap((input) => {
    const value = input.name === "job-id" ? yaml(jobId) : valueOf(input, inputText(env, input.name));
    return value === void 0 ? [] : [`    ${input.name}: ${value}`];
  });
  return [`- uses: ${repository}/apps/github-action/${catalog.vendor}/wait@${ref}`, "  with:", ...given].join(
    "\n"
  );
}
function valueOf({ name, secret, field, default: usual }, text) {
  if (text === void 0 || text === usual) return void 0;
  if (secret) return `\${{ secrets.${name.replaceAll("-", "_").toUpperCase()} }}`;
  return field === void 0 || field.kind === "reference" ? yaml(text) : void 0;
}
var yaml = (text) => plain.test(text) && !/^[\d.]+$/.test(text) ? text : JSON.stringify(text);

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
      if (signal.aborted || attempt >= tries || !mayPass(error)) return { job, stopped: "unknown", error };
      const pauseMs = pausesMs[Math.min(attempt, pausesMs.length) - 1] ?? 0;
      const slept = await nodeClock.sleep(pauseMs, signal).then(
        () => true,
        () => false
      );
      if (!slept) return { job, stopped: "unknown", error };
    }
  }
}
var mayPass = (error) => isApiError(error) ? error.retryable : isTransportError(error) && error.kind !== "fatal";

// apps/github-action/src/cancel/end-jobs.ts
async function endJobs(stopper, jobs, { policy, sent, ...limits }) {
  const ends = await Promise.all(
    jobs.map(async (job) => {
      const isCut = isUnfinished(job) && sent !== "all";
      if (policy === "detach" && !isCut) return goesOn(job, "it goes on at the vendor");
      const result = await stopJob(stopper, job, limits);
      return isCut && result.stopped === "impossible" ? cutOff(job, sent) : endOf(result, limits.withinMs);
    })
  );
  return {
    said: ends.flatMap(({ said }) => said),
    goingOn: ends.flatMap(({ goingOn }) => goingOn),
    settled: ends.flatMap(({ settled }) => settled),
    failed: ends.some(({ failed }) => failed)
  };
}
var nameOf = ({ kind, id }) => `${kind.charAt(0).toUpperCase()}${kind.slice(1).replaceAll("-", " ")} ${id}`;
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
  const isTimeout = error instanceof Error && error.name === "TimeoutError";
  if (isTimeout || isEngineError(error) && error.code === "cancelled") {
    return `No answer came within ${timeOf(withinMs)}.`;
  }
  return error instanceof Error ? error.message : String(error);
}

// apps/github-action/src/run/open-client.ts
function openClient({ secrets, log }, host, given) {
  const transport = nodeTransport();
  const client = host.createClient({
    transport,
    given,
    clock: nodeClock,
    secrets,
    warn: (text) => log.warning(text)
  });
  return { client, close: () => transport.close() };
}

export {
  waitStep,
  endJobs,
  openClient
};
