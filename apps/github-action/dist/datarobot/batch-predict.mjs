import {
  runStep
} from "../chunks/chunk-TPS7C5IL.mjs";

// action:datarobot/batch-predict
await runStep("datarobot", "batch-predict");
