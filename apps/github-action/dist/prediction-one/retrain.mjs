import {
  runStep
} from "../chunks/chunk-PLTFPKSW.mjs";

// action:prediction-one/retrain
await runStep("prediction-one", "retrain");
