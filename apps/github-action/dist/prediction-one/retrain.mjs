import {
  runStep
} from "../chunks/chunk-QJUKXC2M.mjs";

// action:prediction-one/retrain
await runStep("prediction-one", "retrain");
