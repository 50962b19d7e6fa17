import {
  runStep
} from "../chunks/chunk-ACN4OMOE.mjs";

// action:prediction-one/switch-model
await runStep("prediction-one", "switch-model");
