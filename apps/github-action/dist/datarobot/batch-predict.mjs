import {
  runStep
} from "../chunks/chunk-QJUKXC2M.mjs";

// action:datarobot/batch-predict
await runStep("datarobot", "batch-predict");
