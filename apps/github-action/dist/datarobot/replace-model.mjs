import {
  runStep
} from "../chunks/chunk-MER2QMP7.mjs";

// action:datarobot/replace-model
await runStep("datarobot", "replace-model");
