import {
  runStep
} from "../chunks/chunk-EZY26TJJ.mjs";

// action:datarobot/batch-predict
await runStep("datarobot", "batch-predict");
