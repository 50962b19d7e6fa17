import {
  runStep
} from "../chunks/chunk-DVEKINOU.mjs";

// action:datarobot/replace-model
await runStep("datarobot", "replace-model");
