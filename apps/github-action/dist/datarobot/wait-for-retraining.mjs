import {
  runStep
} from "../chunks/chunk-EZY26TJJ.mjs";

// action:datarobot/wait-for-retraining
await runStep("datarobot", "wait-for-retraining");
