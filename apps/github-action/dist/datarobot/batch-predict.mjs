import {
  runStep
} from "../chunks/chunk-XKRTO2CY.mjs";

// action:datarobot/batch-predict
await runStep("datarobot", "batch-predict");
