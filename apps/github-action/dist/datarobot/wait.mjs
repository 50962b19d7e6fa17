import {
  runStep
} from "../chunks/chunk-SPUPTFJP.mjs";

// action:datarobot/wait
await runStep("datarobot", "wait");
