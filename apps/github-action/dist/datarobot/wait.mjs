import {
  runStep
} from "../chunks/chunk-MER2QMP7.mjs";

// action:datarobot/wait
await runStep("datarobot", "wait");
