import {
  runStep
} from "../chunks/chunk-SPUPTFJP.mjs";

// action:datarobot/batch-predict
await runStep("datarobot", "batch-predict");
