import {
  runStep
} from "../chunks/chunk-PLTFPKSW.mjs";

// action:datarobot/predict
await runStep("datarobot", "predict");
