import {
  runStep
} from "../chunks/chunk-TPS7C5IL.mjs";

// action:prediction-one/retrain
await runStep("prediction-one", "retrain");
