import {
  runStep
} from "../chunks/chunk-XKRTO2CY.mjs";

// action:prediction-one/switch-model
await runStep("prediction-one", "switch-model");
