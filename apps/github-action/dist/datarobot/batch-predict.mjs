import {
  runStep
} from "../chunks/chunk-VDHEZRE2.mjs";

// action:datarobot/batch-predict
await runStep("datarobot", "batch-predict");
