import {
  runStep
} from "../chunks/chunk-DVEKINOU.mjs";

// action:datarobot/retrain
await runStep("datarobot", "retrain");
