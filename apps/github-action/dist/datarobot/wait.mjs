import {
  runStep
} from "../chunks/chunk-NEBSY3YS.mjs";

// action:datarobot/wait
await runStep("datarobot", "wait");
