import {
  runStep
} from "../chunks/chunk-TPS7C5IL.mjs";

// action:datarobot/wait-for-retraining
await runStep("datarobot", "wait-for-retraining");
