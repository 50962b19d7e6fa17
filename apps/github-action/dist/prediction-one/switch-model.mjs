import {
  runStep
} from "../chunks/chunk-55MIXAZD.mjs";

// action:prediction-one/switch-model
await runStep("prediction-one", "switch-model");
