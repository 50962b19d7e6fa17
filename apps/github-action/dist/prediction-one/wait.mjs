import {
  runStep
} from "../chunks/chunk-DVEKINOU.mjs";

// action:prediction-one/wait
await runStep("prediction-one", "wait");
