import {
  runStep
} from "../chunks/chunk-CUJOHJDB.mjs";

// action:prediction-one/wait
await runStep("prediction-one", "wait");
