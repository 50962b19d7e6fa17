import {
  runStep
} from "../chunks/chunk-TPS7C5IL.mjs";

// action:prediction-one/predict
await runStep("prediction-one", "predict");
