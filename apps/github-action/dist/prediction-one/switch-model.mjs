import {
  runStep
} from "../chunks/chunk-CUJOHJDB.mjs";

// action:prediction-one/switch-model
await runStep("prediction-one", "switch-model");
