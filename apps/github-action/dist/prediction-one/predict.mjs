import {
  runStep
} from "../chunks/chunk-XKRTO2CY.mjs";

// action:prediction-one/predict
await runStep("prediction-one", "predict");
