import {
  runStep
} from "../chunks/chunk-VDHEZRE2.mjs";

// action:datarobot/predict
await runStep("datarobot", "predict");
