import {
  runStep
} from "../chunks/chunk-TPS7C5IL.mjs";

// action:datarobot/retrain
await runStep("datarobot", "retrain");
