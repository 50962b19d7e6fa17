import {
  runStep
} from "../chunks/chunk-MER2QMP7.mjs";

// action:prediction-one/predict
await runStep("prediction-one", "predict");
