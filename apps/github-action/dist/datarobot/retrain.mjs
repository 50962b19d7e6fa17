import {
  runStep
} from "../chunks/chunk-ZRVTZJYU.mjs";

// action:datarobot/retrain
await runStep("datarobot", "retrain");
