import {
  runStep
} from "../chunks/chunk-DVEKINOU.mjs";

// action:datarobot/wait
await runStep("datarobot", "wait");
