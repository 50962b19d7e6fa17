import {
  runStep
} from "../chunks/chunk-TPS7C5IL.mjs";

// action:prediction-one/wait
await runStep("prediction-one", "wait");
