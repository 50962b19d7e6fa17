import {
  runStep
} from "../chunks/chunk-ZRVTZJYU.mjs";

// action:prediction-one/switch-model
await runStep("prediction-one", "switch-model");
