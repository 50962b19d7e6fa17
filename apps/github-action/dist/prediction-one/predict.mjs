import {
  runStep
} from "../chunks/chunk-TDI5WZGB.mjs";

// action:prediction-one/predict
await runStep("prediction-one", "predict");
