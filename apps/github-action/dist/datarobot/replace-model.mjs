import {
  runStep
} from "../chunks/chunk-TDI5WZGB.mjs";

// action:datarobot/replace-model
await runStep("datarobot", "replace-model");
