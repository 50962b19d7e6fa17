import {
  runStep
} from "../chunks/chunk-XU2UWZ46.mjs";

// action:datarobot/wait-for-retraining
await runStep("datarobot", "wait-for-retraining");
