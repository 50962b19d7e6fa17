import {
  runStep
} from "../chunks/chunk-MIXEX6VU.mjs";

// action:prediction-one/switch-model
await runStep("prediction-one", "switch-model");
