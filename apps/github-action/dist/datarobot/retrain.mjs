import {
  runStep
} from "../chunks/chunk-ZK24KKFT.mjs";

// action:datarobot/retrain
await runStep("datarobot", "retrain");
