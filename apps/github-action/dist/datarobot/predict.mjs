import {
  runStep
} from "../chunks/chunk-ZK24KKFT.mjs";

// action:datarobot/predict
await runStep("datarobot", "predict");
