import {
  runStep
} from "../chunks/chunk-MER2QMP7.mjs";

// action:datarobot/batch-predict
await runStep("datarobot", "batch-predict");
