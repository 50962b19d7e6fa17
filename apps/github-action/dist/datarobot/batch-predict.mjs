import {
  runStep
} from "../chunks/chunk-MIXEX6VU.mjs";

// action:datarobot/batch-predict
await runStep("datarobot", "batch-predict");
