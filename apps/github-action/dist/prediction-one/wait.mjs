import {
  runStep
} from "../chunks/chunk-ACN4OMOE.mjs";

// action:prediction-one/wait
await runStep("prediction-one", "wait");
