import {
  runStep
} from "../chunks/chunk-EZY26TJJ.mjs";

// action:datarobot/retrain
await runStep("datarobot", "retrain");
