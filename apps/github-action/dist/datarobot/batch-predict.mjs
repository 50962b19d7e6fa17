import {
  runStep
} from "../chunks/chunk-PLTFPKSW.mjs";

// action:datarobot/batch-predict
await runStep("datarobot", "batch-predict");
