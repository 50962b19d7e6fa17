import {
  runStep
} from "../chunks/chunk-ACN4OMOE.mjs";

// action:datarobot/replace-model
await runStep("datarobot", "replace-model");
