import {
  runStep
} from "../chunks/chunk-XKRTO2CY.mjs";

// action:prediction-one/wait
await runStep("prediction-one", "wait");
