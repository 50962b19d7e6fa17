import {
  vendor
} from "./chunk-MWFIT7WI.mjs";
import {
  quoteVendorText
} from "./chunk-VDHEZRE2.mjs";

// packages/datarobot/src/tasks/task-job.ts
var states = {
  INITIALIZED: "waiting",
  RUNNING: "running",
  COMPLETED: "succeeded",
  ERROR: "failed",
  ABORTED: "failed",
  EXPIRED: "failed"
};
var taskState = (status) => states[status.trim().toUpperCase()] ?? "unknown";
var taskJob = (client, taskId) => ({
  reference: { vendor, kind: "task", id: taskId },
  async read(signal) {
    const look = await client.getTask(taskId, signal);
    const message = look.message ? quoteVendorText(look.message) : void 0;
    return { state: taskState(look.status), rawStatus: look.status, message, result: look };
  }
});

export {
  taskState,
  taskJob
};
