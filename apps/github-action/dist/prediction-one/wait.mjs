import {
  runStep
} from "../chunks/chunk-OD34W6AC.mjs";

// action:prediction-one/wait
await runStep("prediction-one", "wait");
