import {
  runStep
} from "../chunks/chunk-ACN4OMOE.mjs";

// action:datarobot/wait
await runStep("datarobot", "wait");
