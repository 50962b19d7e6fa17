import {
  runStep
} from "../chunks/chunk-L7ICSBA5.mjs";

// action:datarobot/predict
await runStep("datarobot", "predict");
