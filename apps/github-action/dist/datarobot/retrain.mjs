import {
  runStep
} from "../chunks/chunk-MER2QMP7.mjs";

// action:datarobot/retrain
await runStep("datarobot", "retrain");
