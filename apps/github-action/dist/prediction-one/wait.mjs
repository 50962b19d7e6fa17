import {
  runStep
} from "../chunks/chunk-MER2QMP7.mjs";

// action:prediction-one/wait
await runStep("prediction-one", "wait");
