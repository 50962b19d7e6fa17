import {
  runStep
} from "../chunks/chunk-MER2QMP7.mjs";

// action:prediction-one/retrain
await runStep("prediction-one", "retrain");
