import {
  runStep
} from "../chunks/chunk-VDHEZRE2.mjs";

// action:datarobot/replace-model
await runStep("datarobot", "replace-model");
