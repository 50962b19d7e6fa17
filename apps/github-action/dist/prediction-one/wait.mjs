import {
  runStep
} from "../chunks/chunk-TDI5WZGB.mjs";

// action:prediction-one/wait
await runStep("prediction-one", "wait");
