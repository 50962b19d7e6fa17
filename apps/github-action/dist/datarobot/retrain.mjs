import {
  runStep
} from "../chunks/chunk-MIXEX6VU.mjs";

// action:datarobot/retrain
await runStep("datarobot", "retrain");
