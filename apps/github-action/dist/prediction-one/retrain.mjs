import {
  runStep
} from "../chunks/chunk-L7ICSBA5.mjs";

// action:prediction-one/retrain
await runStep("prediction-one", "retrain");
