import {
  runStep
} from "../chunks/chunk-ZRVTZJYU.mjs";

// action:prediction-one/wait
await runStep("prediction-one", "wait");
