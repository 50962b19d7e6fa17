import {
  runStep
} from "../chunks/chunk-XU2UWZ46.mjs";

// action:datarobot/replace-model
await runStep("datarobot", "replace-model");
