import {
  runStep
} from "../chunks/chunk-XU2UWZ46.mjs";

// action:prediction-one/retrain
await runStep("prediction-one", "retrain");
