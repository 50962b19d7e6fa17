import {
  runStep
} from "../chunks/chunk-EZY26TJJ.mjs";

// action:prediction-one/retrain
await runStep("prediction-one", "retrain");
