import {
  runStep
} from "../chunks/chunk-XKRTO2CY.mjs";

// action:datarobot/wait-for-retraining
await runStep("datarobot", "wait-for-retraining");
