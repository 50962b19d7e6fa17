import {
  runStep
} from "../chunks/chunk-XKRTO2CY.mjs";

// action:datarobot/retrain
await runStep("datarobot", "retrain");
