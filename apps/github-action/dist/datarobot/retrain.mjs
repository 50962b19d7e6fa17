import {
  runStep
} from "../chunks/chunk-QJUKXC2M.mjs";

// action:datarobot/retrain
await runStep("datarobot", "retrain");
