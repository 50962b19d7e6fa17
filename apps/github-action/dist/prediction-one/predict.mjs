import {
  runStep
} from "../chunks/chunk-L7ICSBA5.mjs";

// action:prediction-one/predict
await runStep("prediction-one", "predict");
