import {
  runStep
} from "../chunks/chunk-DVEKINOU.mjs";

// action:datarobot/wait-for-retraining
await runStep("datarobot", "wait-for-retraining");
