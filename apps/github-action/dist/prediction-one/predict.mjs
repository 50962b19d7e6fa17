import {
  runStep
} from "../chunks/chunk-CUJOHJDB.mjs";

// action:prediction-one/predict
await runStep("prediction-one", "predict");
