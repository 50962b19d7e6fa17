import {
  runStep
} from "../chunks/chunk-MIXEX6VU.mjs";

// action:datarobot/wait
await runStep("datarobot", "wait");
