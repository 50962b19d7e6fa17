import {
  runStep
} from "../chunks/chunk-ZRVTZJYU.mjs";

// action:datarobot/predict
await runStep("datarobot", "predict");
