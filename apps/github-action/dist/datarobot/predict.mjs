import {
  runStep
} from "../chunks/chunk-EZY26TJJ.mjs";

// action:datarobot/predict
await runStep("datarobot", "predict");
