import {
  runStep
} from "../chunks/chunk-MIXEX6VU.mjs";

// action:prediction-one/retrain
await runStep("prediction-one", "retrain");
