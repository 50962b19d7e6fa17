import {
  runStep
} from "../chunks/chunk-DVEKINOU.mjs";

// action:datarobot/batch-predict
await runStep("datarobot", "batch-predict");
