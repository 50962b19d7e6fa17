import {
  runStep
} from "../chunks/chunk-55MIXAZD.mjs";

// action:prediction-one/retrain
await runStep("prediction-one", "retrain");
