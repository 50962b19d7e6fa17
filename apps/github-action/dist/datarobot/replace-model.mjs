import {
  runStep
} from "../chunks/chunk-QJUKXC2M.mjs";

// action:datarobot/replace-model
await runStep("datarobot", "replace-model");
