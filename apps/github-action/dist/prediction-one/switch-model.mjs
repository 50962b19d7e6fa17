import {
  runStep
} from "../chunks/chunk-XU2UWZ46.mjs";

// action:prediction-one/switch-model
await runStep("prediction-one", "switch-model");
