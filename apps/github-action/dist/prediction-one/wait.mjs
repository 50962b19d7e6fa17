import {
  runStep
} from "../chunks/chunk-MIXEX6VU.mjs";

// action:prediction-one/wait
await runStep("prediction-one", "wait");
