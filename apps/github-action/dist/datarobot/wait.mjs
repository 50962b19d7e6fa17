import {
  runStep
} from "../chunks/chunk-XU2UWZ46.mjs";

// action:datarobot/wait
await runStep("datarobot", "wait");
