import {
  runStep
} from "../chunks/chunk-MER2QMP7.mjs";

// action:datarobot/predict
await runStep("datarobot", "predict");
