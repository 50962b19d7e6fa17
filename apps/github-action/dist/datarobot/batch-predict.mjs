import {
  runStep
} from "../chunks/chunk-TDI5WZGB.mjs";

// action:datarobot/batch-predict
await runStep("datarobot", "batch-predict");
