import {
  runStep
} from "../chunks/chunk-L7ICSBA5.mjs";

// action:datarobot/replace-model
await runStep("datarobot", "replace-model");
