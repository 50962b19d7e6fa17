import {
  runStep
} from "../chunks/chunk-PLTFPKSW.mjs";

// action:prediction-one/predict
await runStep("prediction-one", "predict");
