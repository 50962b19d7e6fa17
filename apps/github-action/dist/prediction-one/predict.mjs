import {
  runStep
} from "../chunks/chunk-XU2UWZ46.mjs";

// action:prediction-one/predict
await runStep("prediction-one", "predict");
