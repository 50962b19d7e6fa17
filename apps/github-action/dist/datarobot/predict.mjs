import {
  runStep
} from "../chunks/chunk-XKRTO2CY.mjs";

// action:datarobot/predict
await runStep("datarobot", "predict");
