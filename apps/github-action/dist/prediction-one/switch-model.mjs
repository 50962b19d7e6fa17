import {
  runStep
} from "../chunks/chunk-ZK24KKFT.mjs";

// action:prediction-one/switch-model
await runStep("prediction-one", "switch-model");
