import {
  runStep
} from "../chunks/chunk-ZRVTZJYU.mjs";

// action:prediction-one/retrain
await runStep("prediction-one", "retrain");
