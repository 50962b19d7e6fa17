import {
  runStep
} from "../chunks/chunk-55MIXAZD.mjs";

// action:datarobot/wait
await runStep("datarobot", "wait");
