import {
  runStep
} from "../chunks/chunk-QJUKXC2M.mjs";

// action:prediction-one/switch-model
await runStep("prediction-one", "switch-model");
