import {
  runStep
} from "../chunks/chunk-ACN4OMOE.mjs";

// action:prediction-one/predict
await runStep("prediction-one", "predict");
