import {
  runStep
} from "../chunks/chunk-XKRTO2CY.mjs";

// action:prediction-one/retrain
await runStep("prediction-one", "retrain");
