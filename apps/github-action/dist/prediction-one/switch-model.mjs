import {
  runStep
} from "../chunks/chunk-TDI5WZGB.mjs";

// action:prediction-one/switch-model
await runStep("prediction-one", "switch-model");
