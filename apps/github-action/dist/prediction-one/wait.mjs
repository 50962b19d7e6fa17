import {
  runStep
} from "../chunks/chunk-SPUPTFJP.mjs";

// action:prediction-one/wait
await runStep("prediction-one", "wait");
