import {
  runStep
} from "../chunks/chunk-DVEKINOU.mjs";

// action:prediction-one/switch-model
await runStep("prediction-one", "switch-model");
