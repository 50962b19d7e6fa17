import {
  runStep
} from "../chunks/chunk-ZK24KKFT.mjs";

// action:datarobot/wait-for-retraining
await runStep("datarobot", "wait-for-retraining");
