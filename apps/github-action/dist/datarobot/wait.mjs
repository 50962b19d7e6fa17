import {
  runStep
} from "../chunks/chunk-ZRVTZJYU.mjs";

// action:datarobot/wait
await runStep("datarobot", "wait");
