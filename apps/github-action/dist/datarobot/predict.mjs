import {
  runStep
} from "../chunks/chunk-TDI5WZGB.mjs";

// action:datarobot/predict
await runStep("datarobot", "predict");
