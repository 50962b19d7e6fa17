import {
  runStep
} from "../chunks/chunk-MER2QMP7.mjs";

// action:prediction-one/switch-model
await runStep("prediction-one", "switch-model");
