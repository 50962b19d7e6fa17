import {
  runStep
} from "../chunks/chunk-QJUKXC2M.mjs";

// action:prediction-one/predict
await runStep("prediction-one", "predict");
