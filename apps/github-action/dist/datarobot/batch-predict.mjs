import {
  runStep
} from "../chunks/chunk-ZRVTZJYU.mjs";

// action:datarobot/batch-predict
await runStep("datarobot", "batch-predict");
