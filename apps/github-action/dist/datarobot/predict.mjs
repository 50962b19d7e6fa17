import {
  runStep
} from "../chunks/chunk-DVEKINOU.mjs";

// action:datarobot/predict
await runStep("datarobot", "predict");
