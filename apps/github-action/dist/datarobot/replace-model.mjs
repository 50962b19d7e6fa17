import {
  runStep
} from "../chunks/chunk-EZY26TJJ.mjs";

// action:datarobot/replace-model
await runStep("datarobot", "replace-model");
