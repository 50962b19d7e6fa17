import {
  runStep
} from "../chunks/chunk-PLTFPKSW.mjs";

// action:datarobot/replace-model
await runStep("datarobot", "replace-model");
