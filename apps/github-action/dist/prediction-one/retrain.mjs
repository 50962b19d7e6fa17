import {
  runStep
} from "../chunks/chunk-SPUPTFJP.mjs";

// action:prediction-one/retrain
await runStep("prediction-one", "retrain");
