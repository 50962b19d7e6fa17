import {
  runStep
} from "../chunks/chunk-ZRVTZJYU.mjs";

// action:prediction-one/predict
await runStep("prediction-one", "predict");
