import {
  runStep
} from "../chunks/chunk-QJUKXC2M.mjs";

// action:datarobot/wait
await runStep("datarobot", "wait");
