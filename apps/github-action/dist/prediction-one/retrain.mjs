import {
  runStep
} from "../chunks/chunk-CUJOHJDB.mjs";

// action:prediction-one/retrain
await runStep("prediction-one", "retrain");
