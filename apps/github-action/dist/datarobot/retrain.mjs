import {
  runStep
} from "../chunks/chunk-PLTFPKSW.mjs";

// action:datarobot/retrain
await runStep("datarobot", "retrain");
