import {
  runStep
} from "../chunks/chunk-ZK24KKFT.mjs";

// action:prediction-one/predict
await runStep("prediction-one", "predict");
