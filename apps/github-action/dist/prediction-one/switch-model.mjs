import {
  runStep
} from "../chunks/chunk-VDHEZRE2.mjs";

// action:prediction-one/switch-model
await runStep("prediction-one", "switch-model");
