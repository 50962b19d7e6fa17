import {
  runStep
} from "../chunks/chunk-L7ICSBA5.mjs";

// action:datarobot/retrain
await runStep("datarobot", "retrain");
