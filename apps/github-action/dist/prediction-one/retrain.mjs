import {
  runStep
} from "../chunks/chunk-ZK24KKFT.mjs";

// action:prediction-one/retrain
await runStep("prediction-one", "retrain");
