import {
  runStep
} from "../chunks/chunk-VDHEZRE2.mjs";

// action:prediction-one/wait
await runStep("prediction-one", "wait");
