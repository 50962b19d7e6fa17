import {
  runStep
} from "../chunks/chunk-OD34W6AC.mjs";

// action:datarobot/replace-model
await runStep("datarobot", "replace-model");
