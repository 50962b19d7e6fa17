import {
  runStep
} from "../chunks/chunk-TPS7C5IL.mjs";

// action:datarobot/wait
await runStep("datarobot", "wait");
