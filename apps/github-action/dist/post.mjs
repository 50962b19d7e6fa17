import {
  jobStateName,
  readJobState
} from "./chunks/chunk-H7JG3SHN.mjs";
import {
  openStage
} from "./chunks/chunk-DVH6ZDRS.mjs";
import "./chunks/chunk-2SFECZ7C.mjs";
import "./chunks/chunk-4TNTUKRT.mjs";
import "./chunks/chunk-OVBFA4TU.mjs";
import "./chunks/chunk-GBW5WBB5.mjs";
import "./chunks/chunk-Z6IZFNNT.mjs";

// apps/github-action/src/post.ts
async function runPost() {
  const stage = openStage();
  const state = readJobState(process.env[`STATE_${jobStateName}`]);
  if (!state || state.done) return;
  try {
    const { finishJobs } = await import("./chunks/finish-jobs-LMKX45LY.mjs");
    await finishJobs(stage, state);
  } catch (error) {
    stage.log.warning(
      `What main had left could not be finished: ${error instanceof Error ? error.message : String(error)}`
    );
  }
}

// action:post
await runPost();
