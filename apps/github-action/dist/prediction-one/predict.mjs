import {
  runStep
} from "../chunks/chunk-55MIXAZD.mjs";

// action:prediction-one/predict
await runStep("prediction-one", "predict");
