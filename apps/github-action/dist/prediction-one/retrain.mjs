import {
  runStep
} from "../chunks/chunk-TDI5WZGB.mjs";

// action:prediction-one/retrain
await runStep("prediction-one", "retrain");
