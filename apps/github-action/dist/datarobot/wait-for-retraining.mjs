import {
  runStep
} from "../chunks/chunk-VDHEZRE2.mjs";

// action:datarobot/wait-for-retraining
await runStep("datarobot", "wait-for-retraining");
