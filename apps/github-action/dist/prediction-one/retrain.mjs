import {
  runStep
} from "../chunks/chunk-DVEKINOU.mjs";

// action:prediction-one/retrain
await runStep("prediction-one", "retrain");
