import {
  taskJob
} from "./chunk-JOPQRAIC.mjs";
import {
  pollUntilDone
} from "./chunk-VFETQ2KB.mjs";
import {
  EngineError
} from "./chunk-MER2QMP7.mjs";

// packages/datarobot/src/jobs/wait-for-task.ts
var interval = { initialMs: 1e3, maxMs: 1e4 };
async function waitForTask({ client, clock, signal, random, progress }, { taskId, doing, timeoutMs = 6e5 }) {
  const job = taskJob(client, taskId);
  const outcome = await pollUntilDone(job, {
    ...{ clock, signal, random, timeoutMs, interval },
    onChange: ({ result: _, ...snapshot }) => progress({ type: "status", job: job.reference, snapshot }),
    onFault: (error, faultsInARow) => {
      const message2 = error instanceof Error ? error.message : String(error);
      progress({ type: "fault", job: job.reference, faultsInARow, message: message2 });
    }
  });
  if (!outcome.ended) return void 0;
  const { state, rawStatus, message, result } = outcome.snapshot;
  if (state === "succeeded") return result;
  throw new EngineError({
    code: "job-failed",
    message: `Could not ${doing}: task ${taskId} ended as ${rawStatus}${message === void 0 ? ", and says nothing more" : `: "${message}"`}.`,
    remedy: "Mend what the message names, then try again."
  });
}

export {
  waitForTask
};
