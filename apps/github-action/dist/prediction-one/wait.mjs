import {
  runStep
} from "../chunks/chunk-QJUKXC2M.mjs";

// action:prediction-one/wait
await runStep("prediction-one", "wait");
