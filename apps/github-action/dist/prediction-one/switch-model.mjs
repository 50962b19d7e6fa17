import {
  runStep
} from "../chunks/chunk-EZY26TJJ.mjs";

// action:prediction-one/switch-model
await runStep("prediction-one", "switch-model");
