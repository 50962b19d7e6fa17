import {
  runStep
} from "../chunks/chunk-TPS7C5IL.mjs";

// action:datarobot/predict
await runStep("datarobot", "predict");
