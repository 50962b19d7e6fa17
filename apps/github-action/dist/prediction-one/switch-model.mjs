import {
  runStep
} from "../chunks/chunk-SPUPTFJP.mjs";

// action:prediction-one/switch-model
await runStep("prediction-one", "switch-model");
