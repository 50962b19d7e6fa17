import {
  runStep
} from "../chunks/chunk-EZY26TJJ.mjs";

// action:prediction-one/predict
await runStep("prediction-one", "predict");
