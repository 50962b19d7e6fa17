import {
  runStep
} from "../chunks/chunk-PLTFPKSW.mjs";

// action:prediction-one/switch-model
await runStep("prediction-one", "switch-model");
