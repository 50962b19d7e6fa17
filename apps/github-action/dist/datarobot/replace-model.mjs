import {
  runStep
} from "../chunks/chunk-ZRVTZJYU.mjs";

// action:datarobot/replace-model
await runStep("datarobot", "replace-model");
