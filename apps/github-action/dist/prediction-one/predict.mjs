import {
  runStep
} from "../chunks/chunk-DVEKINOU.mjs";

// action:prediction-one/predict
await runStep("prediction-one", "predict");
