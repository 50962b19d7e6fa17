import {
  runStep
} from "../chunks/chunk-CUJOHJDB.mjs";

// action:datarobot/batch-predict
await runStep("datarobot", "batch-predict");
