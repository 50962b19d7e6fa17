import {
  runStep
} from "../chunks/chunk-CUJOHJDB.mjs";

// action:datarobot/wait
await runStep("datarobot", "wait");
