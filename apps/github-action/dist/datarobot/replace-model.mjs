import {
  runStep
} from "../chunks/chunk-XKRTO2CY.mjs";

// action:datarobot/replace-model
await runStep("datarobot", "replace-model");
