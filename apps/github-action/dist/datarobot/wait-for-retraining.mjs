import {
  runStep
} from "../chunks/chunk-PLTFPKSW.mjs";

// action:datarobot/wait-for-retraining
await runStep("datarobot", "wait-for-retraining");
