import {
  runStep
} from "../chunks/chunk-ACN4OMOE.mjs";

// action:datarobot/wait-for-retraining
await runStep("datarobot", "wait-for-retraining");
