import {
  runStep
} from "../chunks/chunk-XKRTO2CY.mjs";

// action:datarobot/wait
await runStep("datarobot", "wait");
