import {
  runStep
} from "../chunks/chunk-MER2QMP7.mjs";

// action:datarobot/wait-for-retraining
await runStep("datarobot", "wait-for-retraining");
