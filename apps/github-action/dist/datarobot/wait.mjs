import {
  runStep
} from "../chunks/chunk-L7ICSBA5.mjs";

// action:datarobot/wait
await runStep("datarobot", "wait");
