import {
  runStep
} from "../chunks/chunk-MIXEX6VU.mjs";

// action:datarobot/replace-model
await runStep("datarobot", "replace-model");
