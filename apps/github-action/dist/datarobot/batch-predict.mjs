import {
  runStep
} from "../chunks/chunk-ZK24KKFT.mjs";

// action:datarobot/batch-predict
await runStep("datarobot", "batch-predict");
