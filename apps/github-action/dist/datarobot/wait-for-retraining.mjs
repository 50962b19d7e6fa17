import {
  runStep
} from "../chunks/chunk-MIXEX6VU.mjs";

// action:datarobot/wait-for-retraining
await runStep("datarobot", "wait-for-retraining");
