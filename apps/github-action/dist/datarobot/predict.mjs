import {
  runStep
} from "../chunks/chunk-ACN4OMOE.mjs";

// action:datarobot/predict
await runStep("datarobot", "predict");
