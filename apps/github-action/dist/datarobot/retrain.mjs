import {
  runStep
} from "../chunks/chunk-XU2UWZ46.mjs";

// action:datarobot/retrain
await runStep("datarobot", "retrain");
