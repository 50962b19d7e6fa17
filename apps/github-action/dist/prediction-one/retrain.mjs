import {
  runStep
} from "../chunks/chunk-NEBSY3YS.mjs";

// action:prediction-one/retrain
await runStep("prediction-one", "retrain");
