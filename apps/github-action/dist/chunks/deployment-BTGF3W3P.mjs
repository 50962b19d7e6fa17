import {
  patienceOf,
  restOf
} from "./chunk-ELQGOAX3.mjs";
import {
  scoringHost
} from "./chunk-3EQQVESC.mjs";
import {
  taskJob
} from "./chunk-PNDCF3HP.mjs";
import {
  untilTaken
} from "./chunk-4CBEP4Z5.mjs";
import {
  requestNotes
} from "./chunk-T3LF6UAK.mjs";
import {
  asPassing,
  firstPauseMs,
  maxPredictionBytes,
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
  readTableHead
} from "./chunk-SJZOLP6C.mjs";
import "./chunk-S2KHAVPK.mjs";
import "./chunk-DWUKSRY7.mjs";
import "./chunk-42YFLU3Z.mjs";
import "./chunk-3OOVAMUB.mjs";
import {
  isAmbiguous,
  isFinal
} from "./chunk-WTLKQS7A.mjs";
import {
  EngineError,
  InputError,
  isApiError,
  isCancelled,
  isEngineError,
  messageOf,
  quoteVendorText
} from "./chunk-VDHEZRE2.mjs";

// packages/datarobot/src/replacement/check-sample.ts
var field = "sampleFile";
async function checkSample(sample) {
  const refuse = (problem) => new InputError([
    {
      field,
      problem: `"${sample.name}" ${problem}`,
      remedy: "Pass a few rows with a header line, as CSV."
    }
  ]);
  const { rows, complete, source } = await readTableHead(sample, { field, maxRows: 1 });
  if (complete && rows.length === 0) throw refuse("has a header and no rows");
  if ((sample.length ?? 0) > maxPredictionBytes) {
    throw refuse(`is larger than the ${maxPredictionBytes} bytes that can be scored at once`);
  }
  return source;
}

// packages/datarobot/src/replacement/new-model.ts
var newModelOf = ({ modelFrom, modelPackageId = "", modelId = "" }) => modelFrom === "package" ? { modelPackageId } : { modelId };
var hasModel = ({ model, modelPackage }, wanted) => "modelPackageId" in wanted ? modelPackage?.id === wanted.modelPackageId : model?.id === wanted.modelId;
var modelName = (wanted) => "modelPackageId" in wanted ? `model package ${wanted.modelPackageId}` : `model ${wanted.modelId}`;

// packages/datarobot/src/replacement/deployment-status.ts
var isActive = (status) => status === void 0 || status.toLowerCase() === "active";
var isErrored = (status) => /error/i.test(status ?? "");
var isPassingThrough = (status) => /^(launching|replacingModel)$/i.test(status ?? "");

// packages/datarobot/src/replacement/watch-deployment.ts
async function watchDeployment(context, deploymentId, isAsWanted, patience) {
  const { client, clock } = context;
  const job = {
    reference: { vendor, kind: "deployment", id: deploymentId },
    async read(signal) {
      const result = await client.getDeployment(deploymentId, signal).catch((error) => {
        throw asPassing(error);
      });
      const state = isAsWanted(result) ? "succeeded" : "running";
      return { state, rawStatus: result.status ?? "active", result };
    }
  };
  const { snapshot } = await waitForJob(context, job, { ...restOf(clock, patience), firstPauseMs });
  return snapshot?.result;
}

// packages/datarobot/src/replacement/find-replacement.ts
var lookForMs = 12e4;
async function findReplacement(context, sought, cause) {
  const { deploymentId, model } = sought;
  const patience = patienceOf(context.clock, { timeoutMs: lookForMs, pollIntervalMs: 1e4 });
  const isAsked = (deployment) => deployment.status?.toLowerCase() === "replacingmodel" || isErrored(deployment.status) || hasModel(deployment, model);
  const seen = await watchDeployment(context, deploymentId, isAsked, patience);
  if (!seen || !isAsked(seen)) throw unclear(sought, cause);
  context.progress({
    type: "warning",
    message: `No clear answer came to the replacement. Deployment ${deploymentId} shows that it was asked for: it is ${seen.status}.`
  });
  return { deploymentId, taskId: void 0 };
}
function unclear({ deploymentId, model }, cause) {
  const why = cause instanceof Error ? ` ${cause.message}` : "";
  return new EngineError({
    code: "outcome-unknown",
    message: `It is not known whether the model of deployment ${deploymentId} is being replaced, and it was not asked for a second time.${why}`,
    remedy: `Look at the deployment in DataRobot: if it has ${modelName(model)} or is replacing its model, all is well; else replace the model again.`,
    cause
  });
}

// packages/datarobot/src/replacement/ask-replacement.ts
async function askReplacement(context, { asking }, request) {
  const { client, signal, progress } = context;
  const { deploymentId, model, reason } = request;
  const doing = `replace the model of deployment ${deploymentId}`;
  progress({ type: "phase", title: "Replace the model" });
  await asking.note("issued", []);
  try {
    const { taskId } = await untilTaken(
      context,
      doing,
      () => client.replaceModel(deploymentId, { ...model, reason }, signal)
    );
    return { deploymentId, taskId };
  } catch (error) {
    if (isCancelled(error)) throw error;
    if (isAmbiguous(error)) return findReplacement(context, request, error);
    await asking.note("refused", []);
    throw error;
  }
}

// packages/datarobot/src/replacement/check-validation.ts
var isCurrentModel = ({ checks }) => wordOf(checks?.["notCurrentModel"]?.status) === "failing";
function findings({ status, message, checks = {} }) {
  const open = Object.entries(checks).filter(([, check]) => !isPassing(check?.status));
  const said = open.map(([name, check]) => `${name} is ${check?.status}: ${clause(check?.message ?? "")}`);
  return said.length > 0 ? said.join("; ") : clause(message ?? status);
}
function checkValidation(validation, {
  deploymentId,
  model,
  allowWarning
}) {
  const word = wordOf(validation.status);
  if (isPassing(validation.status) || allowWarning && word === "warning") return;
  throw new EngineError({
    code: "rejected",
    message: `The model of deployment ${deploymentId} was not replaced: the check of ${modelName(model)} is ${validation.status} (${findings(validation)}).`,
    remedy: word === "warning" ? "Mend what the checks name; or switch Allow Warning on, to replace it in spite of them." : "Mend what the checks name, or choose another model."
  });
}
var clause = (text) => quoteVendorText(text.trim().replace(/\.$/, ""));
var wordOf = (status) => status?.trim().toLowerCase();
var isPassing = (status) => wordOf(status) === "passing";

// packages/datarobot/src/tasks/wait-for-task.ts
var pollIntervalMs = 1e4;
async function waitForTask(context, { taskId, doing, timeoutMs = 6e5 }) {
  const job = taskJob(context.client, taskId);
  const outcome = await waitForJob(context, job, { timeoutMs, pollIntervalMs, firstPauseMs });
  if (!outcome.ended) return void 0;
  const { state, rawStatus, message, result } = outcome.snapshot;
  if (state === "succeeded") return result;
  throw new EngineError({
    code: "job-failed",
    message: `Could not ${doing}: task ${taskId} ended as ${rawStatus}${message === void 0 ? ", and says nothing more" : `: "${message}"`}.`,
    remedy: "Mend what the message names, then try again."
  });
}

// packages/datarobot/src/replacement/make-active.ts
async function makeActive(context, found, { activate, patience }) {
  const { client, clock, signal, progress } = context;
  const { id } = found;
  const settled = isPassingThrough(found.status) ? await watchDeployment(context, id, ({ status }) => !isPassingThrough(status), patience) ?? found : found;
  if (isActive(settled.status)) return settled;
  if (settled.status?.toLowerCase() !== "inactive" || !activate) throw notActive(settled);
  progress({ type: "phase", title: "Activate the deployment" });
  const taskId = await client.setDeploymentStatus(id, "active", signal);
  const timeoutMs = Math.max(0, patience.endsAtMs - clock.now());
  if (taskId !== void 0)
    await waitForTask(context, { taskId, doing: `activate deployment ${id}`, timeoutMs });
  const now = await watchDeployment(context, id, ({ status }) => isActive(status), patience) ?? settled;
  if (!isActive(now.status)) throw notActive(now);
  return now;
}
function notActive({ id, status }) {
  const remedies = /* @__PURE__ */ new Map([
    [
      "inactive",
      "Switch Activate on, or activate it in DataRobot: on an inactive deployment a replacement may hang."
    ],
    ["replacingmodel", "Another replacement goes on: wait until it has ended, then replace the model again."],
    ["launching", "Wait until it is active, then replace the model again."]
  ]);
  return new EngineError({
    code: "conflict",
    message: `The model of deployment ${id} was not replaced: the deployment is ${status}, not active.`,
    remedy: remedies.get(status?.toLowerCase() ?? "") ?? "Bring it back to active in DataRobot first, then replace the model again."
  });
}

// packages/datarobot/src/replacement/replacement-ledger.ts
var replacementKind = "model-replacement";
var replacementRequest = "model-replacement-request";
var replacementReference = ({ deploymentId, taskId }) => ({
  ...{ vendor, kind: replacementKind },
  id: taskId === void 0 ? deploymentId : `${deploymentId}/${taskId}`,
  name: `model replacement of deployment ${deploymentId}`
});
function replacementLedger(jobs, deploymentId, model) {
  const fingerprint = JSON.stringify([deploymentId, model]);
  return {
    keep: (asked, phase) => jobs.keep({ ...replacementReference(asked), phase, fingerprint }),
    async earlier() {
      const record = await jobs.earlier(replacementKind, fingerprint);
      return record && record.phase !== "failed" ? { deploymentId, taskId: record.id.split("/")[1] } : void 0;
    },
    asking: requestNotes(jobs, { vendor, kind: replacementRequest, fingerprint })
  };
}

// packages/datarobot/src/replacement/replacement-job.ts
function replacementJob(client, asked) {
  const { deploymentId, taskId, model, before } = asked;
  let isTaskOver = taskId === void 0;
  const readTask = async (signal) => {
    try {
      const { result: _, ...snapshot } = await taskJob(client, taskId ?? "").read(signal);
      isTaskOver = snapshot.state === "succeeded";
      return isTaskOver ? void 0 : snapshot;
    } catch (error) {
      if (!isApiError(error) || error.code !== "not-found") throw error;
      isTaskOver = true;
      return void 0;
    }
  };
  const readDeployment = async (signal) => {
    const deployment = await client.getDeployment(deploymentId, signal);
    const { status } = deployment;
    const isThere = hasModel(deployment, model) || hasOther(deployment, before, model);
    return {
      state: isErrored(status) ? "failed" : isActive(status) && isThere ? "succeeded" : "running",
      rawStatus: status ?? "active",
      message: isThere ? void 0 : "it still shows the old model",
      result: deployment
    };
  };
  return {
    reference: replacementReference(asked),
    async read(signal) {
      try {
        const task = isTaskOver ? void 0 : await readTask(signal);
        if (task && isFinal(task.state))
          return { ...task, result: await lastLook(client, deploymentId, signal) };
        return task ?? await readDeployment(signal);
      } catch (error) {
        throw asPassing(error);
      }
    }
  };
}
var hasOther = (now, before, wanted) => "modelId" in wanted && before.model?.id !== void 0 && now.model?.id !== before.model.id;
var lastLook = (client, deploymentId, signal) => client.getDeployment(deploymentId, signal).catch(() => void 0);

// packages/datarobot/src/replacement/wait-for-replacement.ts
async function waitForReplacement(context, wait) {
  const { patience } = wait;
  const { client, clock, progress } = context;
  const job = replacementJob(client, wait);
  progress({ type: "phase", title: "Wait for the replacement" });
  const outcome = await waitForJob(context, job, { ...restOf(clock, patience), firstPauseMs });
  if (!outcome.ended) return void 0;
  if (outcome.snapshot.state !== "succeeded") throw notReplaced(wait, outcome.snapshot);
  return outcome.snapshot.result;
}
function notReplaced({ deploymentId, model }, { rawStatus, message, result }) {
  const said = message === void 0 ? "" : `, "${message}"`;
  return new EngineError({
    code: "job-failed",
    message: `Could not replace the model of deployment ${deploymentId} by ${modelName(model)}: it ended as ${rawStatus}${said}. ${leftBehind(result, model)}`,
    remedy: "Look at the deployment in DataRobot: bring it back to active where it is not, mend what the message names, then replace the model again."
  });
}
function leftBehind(deployment, model) {
  if (!deployment) return "What the deployment is now could not be seen.";
  const { status } = deployment;
  if (!isActive(status)) return `The deployment is ${status}, and may not answer.`;
  return hasModel(deployment, model) ? "The new model answers all the same." : "The old model still answers.";
}

// packages/datarobot/src/replacement/replace-model.ts
var lagMs = 12e4;
async function replaceModel(context, wanted) {
  const { client, signal, jobs, progress } = context;
  const { deploymentId, model } = wanted;
  const ledger = replacementLedger(jobs, deploymentId, model);
  const before = await client.getDeployment(deploymentId, signal);
  const wasOnItsWay = isPassingThrough(before.status);
  const isThere = hasModel(before, model) && !wasOnItsWay;
  const asked = await ledger.earlier();
  const isOpen = !asked && await ledger.asking.open() !== void 0;
  if (isThere) {
    return {
      outcome: asked || isOpen ? "replaced" : "already-current",
      before,
      after: before,
      validationStatus: void 0
    };
  }
  if (asked) {
    progress({
      type: "warning",
      message: `Going on with the replacement of an earlier try on deployment ${deploymentId}.`
    });
    return finish(context, wanted, { ledger, asked, before, validationStatus: void 0 });
  }
  const goOn = async (begun, validationStatus2) => {
    await ledger.keep(begun, "replacing");
    await ledger.asking.note("created", []);
    return finish(context, wanted, { ledger, asked: begun, before, validationStatus: validationStatus2 });
  };
  if (isOpen) return goOn(await findReplacement(context, wanted));
  const active = await makeActive(context, before, wanted);
  const arrived = wasOnItsWay ? "replaced" : "already-current";
  if (hasModel(active, model)) {
    return { outcome: arrived, before, after: active, validationStatus: void 0 };
  }
  progress({ type: "phase", title: "Check the model" });
  const validation = await client.validateModel(deploymentId, model, signal);
  const { status: validationStatus } = validation;
  if (isCurrentModel(validation)) {
    const after = await watchLag(context, wanted) ?? active;
    return { outcome: arrived, before, after, validationStatus };
  }
  checkValidation(validation, wanted);
  return goOn(await askReplacement(context, ledger, wanted), validationStatus);
}
var watchLag = (context, { deploymentId, model, patience }) => watchDeployment(context, deploymentId, (deployment) => hasModel(deployment, model), {
  ...patience,
  endsAtMs: Math.min(patience.endsAtMs, context.clock.now() + lagMs)
});
async function finish(context, { model, waitForCompletion, patience }, under) {
  const { ledger, asked, before, validationStatus } = under;
  if (!waitForCompletion) return { outcome: "pending", before, after: before, validationStatus };
  try {
    const after = await waitForReplacement(context, { ...asked, before, model, patience });
    if (!after) return { outcome: "pending", before, after: before, validationStatus };
    await ledger.keep(asked, "replaced");
    return { outcome: "replaced", before, after, validationStatus };
  } catch (error) {
    if (isEngineError(error) && error.code === "job-failed") await ledger.keep(asked, "failed");
    throw error;
  }
}

// packages/datarobot/src/replacement/tell-replaced.ts
function tellReplaced({ progress }, { outcome, before, after }) {
  if (outcome === "already-current") {
    progress({
      type: "warning",
      message: `Deployment ${after.id} has this model already: nothing was replaced.`
    });
    return;
  }
  if (before.capabilities?.["supportsPredictionIntervals"] === true) {
    progress({
      type: "warning",
      message: `Deployment ${after.id} can give prediction intervals, whose settings a replacement may reset: look at them in DataRobot.`
    });
  }
}

// packages/datarobot/src/replacement/verify-answers.ts
async function verifyAnswers({ client, signal, progress }, deployment, rows) {
  progress({ type: "phase", title: "Score the sample" });
  try {
    const host = scoringHost(deployment, { endpoint: client.endpoint });
    const { id: deploymentId } = deployment;
    const answers = await client.predict({ host, deploymentId, rows, contentType: "text/csv" }, signal);
    if (answers.length > 0) return answers.length;
  } catch (error) {
    if (isCancelled(error)) throw error;
    throw noAnswer(deployment, error);
  }
  throw noAnswer(deployment, new Error("No row was answered."));
}
function noAnswer({ id, model, modelPackage }, cause) {
  const why = messageOf(cause);
  return new EngineError({
    code: isEngineError(cause) ? cause.code : "unexpected-answer",
    message: `Deployment ${id} has model ${model?.id ?? modelPackage?.id} now, and the sample could not be scored with it. ${why}`,
    remedy: "Check that the sample has the columns which the model needs; if it has, replace the model by the old one.",
    cause
  });
}

// run-of:packages/datarobot/src/operations/deployment/replace-model.ts
async function run(context, given) {
  const sample = given.sampleFile && await checkSample(given.sampleFile);
  const patience = patienceOf(context.clock, given);
  const replaced = await replaceModel(context, { ...given, model: newModelOf(given), patience });
  tellReplaced(context, replaced);
  const { outcome, before, after, validationStatus } = replaced;
  const sampleRows = sample && outcome !== "pending" ? await verifyAnswers(context, after, sample) : void 0;
  const now = outcome === "pending" ? void 0 : after;
  return {
    deploymentId: given.deploymentId,
    replaced: outcome === "replaced",
    alreadyCurrent: outcome === "already-current",
    pending: outcome === "pending",
    status: after.status,
    oldModelId: before.model?.id,
    oldModelPackageId: before.modelPackage?.id,
    newModelId: now?.model?.id,
    newModelPackageId: now?.modelPackage?.id,
    validationStatus,
    sampleRows
  };
}
export {
  run as replaceModel
};
