import {
  runStep
} from "../chunks/chunk-XU2UWZ46.mjs";

// action:prediction-one/wait
await runStep("prediction-one", "wait");
