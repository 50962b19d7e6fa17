import {
  runStep
} from "../chunks/chunk-55MIXAZD.mjs";

// action:prediction-one/wait
await runStep("prediction-one", "wait");
