import {
  runStep
} from "../chunks/chunk-XU2UWZ46.mjs";

// action:datarobot/predict
await runStep("datarobot", "predict");
