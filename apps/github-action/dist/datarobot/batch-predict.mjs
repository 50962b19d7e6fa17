import {
  runStep
} from "../chunks/chunk-55MIXAZD.mjs";

// action:datarobot/batch-predict
await runStep("datarobot", "batch-predict");
