import {
  runStep
} from "../chunks/chunk-NEBSY3YS.mjs";

// action:prediction-one/switch-model
await runStep("prediction-one", "switch-model");
