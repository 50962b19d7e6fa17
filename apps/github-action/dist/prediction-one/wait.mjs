import {
  runStep
} from "../chunks/chunk-NEBSY3YS.mjs";

// action:prediction-one/wait
await runStep("prediction-one", "wait");
