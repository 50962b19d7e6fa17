import {
  runStep
} from "../chunks/chunk-TPS7C5IL.mjs";

// action:prediction-one/switch-model
await runStep("prediction-one", "switch-model");
