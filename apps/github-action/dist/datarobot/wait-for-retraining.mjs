import {
  runStep
} from "../chunks/chunk-QJUKXC2M.mjs";

// action:datarobot/wait-for-retraining
await runStep("datarobot", "wait-for-retraining");
