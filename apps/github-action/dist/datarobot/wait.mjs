import {
  runStep
} from "../chunks/chunk-TDI5WZGB.mjs";

// action:datarobot/wait
await runStep("datarobot", "wait");
