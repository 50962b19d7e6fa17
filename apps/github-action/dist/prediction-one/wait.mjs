import {
  runStep
} from "../chunks/chunk-ZK24KKFT.mjs";

// action:prediction-one/wait
await runStep("prediction-one", "wait");
