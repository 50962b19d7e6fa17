import {
  runStep
} from "../chunks/chunk-TDI5WZGB.mjs";

// action:datarobot/retrain
await runStep("datarobot", "retrain");
