import {
  runStep
} from "../chunks/chunk-NEBSY3YS.mjs";

// action:datarobot/batch-predict
await runStep("datarobot", "batch-predict");
