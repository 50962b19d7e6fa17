import {
  runStep
} from "../chunks/chunk-L7ICSBA5.mjs";

// action:datarobot/wait-for-retraining
await runStep("datarobot", "wait-for-retraining");
