import {
  runStep
} from "../chunks/chunk-NEBSY3YS.mjs";

// action:prediction-one/predict
await runStep("prediction-one", "predict");
