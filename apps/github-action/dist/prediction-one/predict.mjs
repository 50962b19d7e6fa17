import {
  runStep
} from "../chunks/chunk-OD34W6AC.mjs";

// action:prediction-one/predict
await runStep("prediction-one", "predict");
