import {
  runStep
} from "../chunks/chunk-EZY26TJJ.mjs";

// action:datarobot/wait
await runStep("datarobot", "wait");
