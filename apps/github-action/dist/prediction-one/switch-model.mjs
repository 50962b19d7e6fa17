import {
  runStep
} from "../chunks/chunk-L7ICSBA5.mjs";

// action:prediction-one/switch-model
await runStep("prediction-one", "switch-model");
