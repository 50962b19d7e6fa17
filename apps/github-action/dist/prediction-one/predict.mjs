import {
  runStep
} from "../chunks/chunk-SPUPTFJP.mjs";

// action:prediction-one/predict
await runStep("prediction-one", "predict");
