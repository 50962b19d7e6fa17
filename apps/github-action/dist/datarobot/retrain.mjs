import {
  runStep
} from "../chunks/chunk-VDHEZRE2.mjs";

// action:datarobot/retrain
await runStep("datarobot", "retrain");
