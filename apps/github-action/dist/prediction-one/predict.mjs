import {
  runStep
} from "../chunks/chunk-VDHEZRE2.mjs";

// action:prediction-one/predict
await runStep("prediction-one", "predict");
