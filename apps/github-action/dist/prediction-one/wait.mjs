import {
  runStep
} from "../chunks/chunk-EZY26TJJ.mjs";

// action:prediction-one/wait
await runStep("prediction-one", "wait");
