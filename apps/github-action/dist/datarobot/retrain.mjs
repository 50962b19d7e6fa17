import {
  runStep
} from "../chunks/chunk-ACN4OMOE.mjs";

// action:datarobot/retrain
await runStep("datarobot", "retrain");
