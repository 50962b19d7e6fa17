import {
  runStep
} from "../chunks/chunk-L7ICSBA5.mjs";

// action:prediction-one/wait
await runStep("prediction-one", "wait");
