import {
  runStep
} from "../chunks/chunk-OD34W6AC.mjs";

// action:prediction-one/switch-model
await runStep("prediction-one", "switch-model");
