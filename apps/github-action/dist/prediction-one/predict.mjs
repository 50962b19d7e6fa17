import {
  runStep
} from "../chunks/chunk-MIXEX6VU.mjs";

// action:prediction-one/predict
await runStep("prediction-one", "predict");
