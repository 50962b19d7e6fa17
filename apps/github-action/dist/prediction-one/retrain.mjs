import {
  runStep
} from "../chunks/chunk-VDHEZRE2.mjs";

// action:prediction-one/retrain
await runStep("prediction-one", "retrain");
