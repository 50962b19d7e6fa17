import {
  runStep
} from "../chunks/chunk-PLTFPKSW.mjs";

// action:prediction-one/wait
await runStep("prediction-one", "wait");
