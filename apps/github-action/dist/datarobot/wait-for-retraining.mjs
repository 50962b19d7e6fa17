import {
  runStep
} from "../chunks/chunk-ZRVTZJYU.mjs";

// action:datarobot/wait-for-retraining
await runStep("datarobot", "wait-for-retraining");
