import {
  runStep
} from "../chunks/chunk-PLTFPKSW.mjs";

// action:datarobot/wait
await runStep("datarobot", "wait");
