import {
  runStep
} from "../chunks/chunk-ZK24KKFT.mjs";

// action:datarobot/replace-model
await runStep("datarobot", "replace-model");
