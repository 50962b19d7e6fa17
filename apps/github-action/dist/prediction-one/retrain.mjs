import {
  runStep
} from "../chunks/chunk-OD34W6AC.mjs";

// action:prediction-one/retrain
await runStep("prediction-one", "retrain");
