import {
  runStep
} from "../chunks/chunk-QJUKXC2M.mjs";

// action:datarobot/predict
await runStep("datarobot", "predict");
