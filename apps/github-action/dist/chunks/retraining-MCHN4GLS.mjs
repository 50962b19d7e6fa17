import {
  walkList
} from "./chunk-FUJSN5NJ.mjs";
import {
  untilTaken
} from "./chunk-4CBEP4Z5.mjs";
import {
  requestNotes
} from "./chunk-T3LF6UAK.mjs";
import {
  asPassing,
  firstPauseMs,
  namedRun,
  retrainingRunKind,
  runRefOf,
  runReference,
  runResumeToken,
  runState,
  vendor
} from "./chunk-MWFIT7WI.mjs";
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
  isFinal,
  pause
} from "./chunk-WTLKQS7A.mjs";
import {
  EngineError,
  isApiError,
  isCancelled,
  isEngineError,
  quoteVendorText
} from "./chunk-VDHEZRE2.mjs";

// packages/datarobot/src/retraining/describe-run.ts
function describeRun(reference, run3, result = run3) {
  const state = run3 && runState(run3);
  return {
    ...reference,
    status: run3?.status,
    finished: state === "succeeded",
    pending: state === void 0 || !isFinal(state),
    failed: state === "failed" || state === "cancelled",
    modelPackageId: result?.modelPackageId,
    registeredModelId: result?.registeredModelId,
    challengerId: result?.challengerId,
    projectId: run3?.projectId,
    startTime: run3?.startTime,
    finishTime: run3?.finishTime,
    errorMessage: run3?.errorMessage === void 0 ? void 0 : quoteVendorText(run3.errorMessage),
    resumeToken: runResumeToken(reference)
  };
}

// packages/datarobot/src/retraining/run-result.ts
async function runResult({ client, signal, progress }, { deploymentId, policyId, runId }, run3) {
  const { modelPackageId, registeredModelId, challengerId } = run3;
  const said = { modelPackageId, registeredModelId, challengerId };
  if ((modelPackageId ?? registeredModelId ?? challengerId) !== void 0) return said;
  const unseen = (error) => {
    if (isCancelled(error)) throw error;
    return void 0;
  };
  const [policy, deployment] = await Promise.all([
    client.getRetrainingPolicy(deploymentId, policyId, signal).catch(unseen),
    client.getDeployment(deploymentId, signal).catch(unseen)
  ]);
  const current = deployment?.modelPackage?.id;
  if (policy?.action === "model_replacement" && current !== void 0) {
    return { ...said, modelPackageId: current };
  }
  progress({
    type: "warning",
    message: `Retraining run ${runId} has succeeded and does not name what it made. Look for the new model in DataRobot: among the registered models, or the challengers of deployment ${deploymentId}.`
  });
  return said;
}

// packages/datarobot/src/client/list-all.ts
var pageLength = 100;
function listAll(read, idOf = (entry) => entry.id) {
  return walkList(
    0,
    async (offset) => {
      const { entries, more } = await read({ offset, limit: pageLength });
      return { entries, next: more ? offset + entries.length : void 0 };
    },
    idOf
  );
}

// packages/datarobot/src/retraining/known-runs.ts
async function runsOf({ client, signal }, policy) {
  const runs = [];
  for await (const run3 of listAll((request) => client.getRetrainingRuns(policy, request, signal))) {
    runs.push(run3);
  }
  return runs;
}
function refuseActive({ policyId }, runs) {
  const active = runs.find((run3) => !isFinal(runState(run3)));
  if (active === void 0) return;
  const { id, status = "without a status", startTime } = active;
  const since = startTime === void 0 ? "" : `, since ${startTime}`;
  throw new EngineError({
    code: "conflict",
    message: `Retraining policy ${policyId} is running already: run ${id} is ${status}${since}.`,
    remedy: "Wait for that run or cancel it, and then run the policy again; or switch on Allow Parallel to train a second time beside it."
  });
}

// packages/datarobot/src/retraining/retraining-run-job.ts
var lateMs = 12e4;
function retrainingRunJob({ client, clock }, run3, isFresh) {
  const lateUntilMs = isFresh ? clock.now() + lateMs : 0;
  const look2 = async (signal) => {
    try {
      return await client.getRetrainingRun(run3, run3.runId, signal);
    } catch (error) {
      if (!isApiError(error) || error.code !== "not-found" || clock.now() >= lateUntilMs) throw error;
      return (await runsOf({ client, signal }, run3)).find(({ id }) => id === run3.runId);
    }
  };
  return {
    reference: runReference(run3),
    async read(signal) {
      const result = await look2(signal).catch((error) => {
        throw asPassing(error);
      });
      if (result === void 0) return { state: "waiting", rawStatus: "not to be seen yet" };
      const { status, errorMessage } = result;
      return {
        state: runState(result),
        rawStatus: status ?? "without a status",
        message: errorMessage ? quoteVendorText(errorMessage) : void 0,
        result
      };
    }
  };
}

// packages/datarobot/src/retraining/run-failed.ts
function runFailed({ deploymentId, policyId, runId }, run3) {
  const { status = "without a status", errorMessage } = run3;
  const said = errorMessage ? `: "${quoteVendorText(errorMessage)}"` : ", and does not say why";
  return new EngineError({
    code: "job-failed",
    message: `Retraining run ${runId} of policy ${policyId} ended as ${status}${said}.`,
    remedy: runState(run3) === "cancelled" ? "Somebody has cancelled it; run the policy again when it is wanted after all." : `Mend what it names, then run the policy again: the retraining settings of deployment ${deploymentId} need a dataset with the columns of the model, and a user who may use it.`
  });
}

// packages/datarobot/src/retraining/wait-for-run.ts
async function waitForRun(context, reference, { timeoutMs, pollIntervalMs, isFresh }) {
  const { progress } = context;
  const job = retrainingRunJob(context, reference, isFresh);
  progress({ type: "phase", title: "Wait for the retraining" });
  const outcome = await waitForJob(context, job, { timeoutMs, pollIntervalMs, firstPauseMs });
  const run3 = outcome.snapshot?.result;
  if (outcome.ended && run3 && outcome.snapshot.state !== "succeeded") throw runFailed(reference, run3);
  return { finished: outcome.ended, run: run3 };
}

// packages/datarobot/src/retraining/finish-run.ts
async function finishRun(context, ledger, reference, wait) {
  try {
    const { finished, run: run3 } = await waitForRun(context, reference, wait);
    if (!finished || !run3) return describeRun(reference, run3);
    await ledger.keep(reference, "finished");
    return describeRun(reference, run3, await runResult(context, reference, run3));
  } catch (error) {
    if (isEngineError(error) && error.code === "job-failed") await ledger.keep(reference, "failed");
    throw error;
  }
}

// packages/datarobot/src/retraining/retraining-ledger.ts
var retrainingRequest = "retraining-request";
var retrainingLedger = (jobs, fingerprint) => ({
  keep: (run3, phase) => jobs.keep({ ...runReference(run3), phase, fingerprint }),
  async earlier() {
    const record = await jobs.earlier(retrainingRunKind, fingerprint);
    return record && record.phase !== "failed" ? runRefOf(record.id) : void 0;
  },
  asking: requestNotes(jobs, { vendor, kind: retrainingRequest, fingerprint })
});

// packages/datarobot/src/retraining/check-settings.ts
async function checkSettings({ client, signal, progress }, deploymentId, datasetId) {
  const { dataset, retrainingUser } = await client.getRetrainingSettings(deploymentId, signal);
  const missing = [
    ...dataset === void 0 && datasetId === void 0 ? ["a dataset to train with"] : [],
    ...retrainingUser === void 0 ? ["a user to train as"] : []
  ];
  if (missing.length > 0) {
    const remedy = retrainingUser === void 0 ? "Set it in DataRobot, in the retraining settings of the deployment." : "Choose a Dataset here, or in the retraining settings of the deployment.";
    progress({
      type: "warning",
      message: `The retraining settings of deployment ${deploymentId} lack ${missing.join(" and ")}: a run will fail, or be refused. ${remedy}`
    });
  }
  return dataset?.id;
}

// packages/datarobot/src/retraining/find-new-run.ts
var lookForMs = 12e4;
var firstPauseMs2 = 1e3;
var longestPauseMs = 1e4;
async function findNewRun(context, sought) {
  const { clock, signal } = context;
  const endsAtMs = clock.now() + lookForMs;
  for (let pauseMs = firstPauseMs2; ; pauseMs = Math.min(longestPauseMs, pauseMs * 2)) {
    const { found, failure } = await look(context, sought);
    const [run3] = found;
    if (run3 && found.length === 1) return run3.id;
    if (found.length > 1 || clock.now() >= endsAtMs) throw unclear(sought, found, failure);
    await pause(
      { clock, signal },
      Math.min(pauseMs, endsAtMs - clock.now()),
      `find the new run of policy ${sought.policy.policyId}`
    );
  }
}
var look = async (context, { policy, known }) => {
  try {
    return { found: (await runsOf(context, policy)).filter(({ id }) => !known.includes(id)) };
  } catch (failure) {
    if (isCancelled(failure)) throw failure;
    return { found: [], failure };
  }
};
function unclear(sought, found, failure) {
  const { policy, isCertain, cause = failure } = sought;
  const { deploymentId, policyId } = policy;
  const asked = isCertain ? `Policy ${policyId} of deployment ${deploymentId} was told to run` : `It is not known whether policy ${policyId} of deployment ${deploymentId} was told to run`;
  const why = cause instanceof Error ? ` ${cause.message}` : "";
  const seen = found.length === 0 ? `${failure === void 0 ? "no new run has appeared" : "its runs could not be read"} in ${lookForMs / 1e3} s` : `more than one new run is there: ${found.map(({ id }) => id).join(" and ")}`;
  return new EngineError({
    code: "outcome-unknown",
    message: `${asked}, and ${seen}.${why}`,
    remedy: "Look at the runs of the policy in DataRobot before running it again, which would train a second time. If the run is there, wait for it by its ID.",
    cause
  });
}

// packages/datarobot/src/retraining/start-run.ts
async function startRun(context, ledger, wanted) {
  const { deploymentId, policyId } = wanted;
  const { progress } = context;
  const earlier = await ledger.earlier();
  if (earlier) {
    const message = `Going on with retraining run ${earlier.runId} of an earlier try, in place of starting another one.`;
    progress({ type: "warning", message });
    return earlier;
  }
  const open = await ledger.asking.open();
  const known = open ?? await prepare(context, wanted);
  if (!open) await ledger.asking.note("issued", known);
  const policy = { deploymentId, policyId };
  const runId = open ? await adopt(context, { policy, known, isCertain: false }) : await send(context, ledger, wanted, known);
  const run3 = { ...policy, runId };
  await ledger.keep(run3, "started");
  await ledger.asking.note("created", known);
  return run3;
}
async function prepare(context, wanted) {
  const { client, signal, progress } = context;
  const { deploymentId, datasetId, allowParallel } = wanted;
  progress({ type: "phase", title: "Check the retraining settings" });
  const current = await checkSettings(context, deploymentId, datasetId);
  const runs = await runsOf(context, wanted);
  if (!allowParallel) refuseActive(wanted, runs);
  if (datasetId !== void 0 && datasetId !== current) {
    await client.updateRetrainingSettings(deploymentId, { datasetId }, signal);
  }
  return runs.map(({ id }) => id);
}
async function send(context, ledger, { deploymentId, policyId }, known) {
  const { client, signal, progress } = context;
  const policy = { deploymentId, policyId };
  progress({ type: "phase", title: "Run the policy" });
  let runId;
  try {
    runId = await untilTaken(
      context,
      `run the retraining policy ${policyId}`,
      () => client.startRetrainingRun(policy, signal)
    );
  } catch (cause) {
    if (isCancelled(cause)) throw cause;
    if (isAmbiguous(cause)) return adopt(context, { policy, known, isCertain: false, cause });
    await ledger.asking.note("refused", known);
    throw cause;
  }
  return runId ?? findNewRun(context, { policy, known, isCertain: true });
}
async function adopt(context, sought) {
  const runId = await findNewRun(context, sought);
  context.progress({
    type: "warning",
    message: `No clear answer came to the call to run policy ${sought.policy.policyId}. Run ${runId} was made since then, and is taken for the one.`
  });
  return runId;
}

// run-of:packages/datarobot/src/operations/retraining/run-policy.ts
async function run(context, given) {
  const { deploymentId, policyId, datasetId } = given;
  const fingerprint = JSON.stringify([deploymentId, policyId, datasetId ?? null]);
  const ledger = retrainingLedger(context.jobs, fingerprint);
  const reference = await startRun(context, ledger, given);
  if (given.waitForCompletion) return finishRun(context, ledger, reference, { ...given, isFresh: true });
  const { client, signal } = context;
  const run22 = await client.getRetrainingRun(reference, reference.runId, signal).catch((error) => {
    if (isCancelled(error)) throw error;
    return void 0;
  });
  const outputs = describeRun(reference, run22);
  if (run22 && outputs.failed) throw runFailed(reference, run22);
  return outputs;
}

// run-of:packages/datarobot/src/operations/retraining/wait-for-retraining.ts
async function run2(context, given) {
  const reference = namedRun(given);
  const ledger = retrainingLedger(context.jobs, JSON.stringify(["wait", reference]));
  await ledger.keep(reference, "started");
  return finishRun(context, ledger, reference, { ...given, isFresh: false });
}
export {
  run as runPolicy,
  run2 as waitForRetraining
};
