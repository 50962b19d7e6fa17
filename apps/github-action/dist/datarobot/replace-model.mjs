import {
  runStep
} from "../chunks/chunk-TPS7C5IL.mjs";

// action:datarobot/replace-model
await runStep("datarobot", "replace-model");
