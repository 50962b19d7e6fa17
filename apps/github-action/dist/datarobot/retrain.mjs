import {
  runStep
} from "../chunks/chunk-OD34W6AC.mjs";

// action:datarobot/retrain
await runStep("datarobot", "retrain");
