import {
  runStep
} from "../chunks/chunk-MIXEX6VU.mjs";

// action:datarobot/predict
await runStep("datarobot", "predict");
