import {
  runStep
} from "../chunks/chunk-ACN4OMOE.mjs";

// action:prediction-one/retrain
await runStep("prediction-one", "retrain");
