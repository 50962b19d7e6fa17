import {
  runStep
} from "../chunks/chunk-VDHEZRE2.mjs";

// action:datarobot/wait
await runStep("datarobot", "wait");
