import {
  runStep
} from "../chunks/chunk-TDI5WZGB.mjs";

// action:datarobot/wait-for-retraining
await runStep("datarobot", "wait-for-retraining");
