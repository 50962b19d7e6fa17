import {
  runStep
} from "../chunks/chunk-OD34W6AC.mjs";

// action:datarobot/wait
await runStep("datarobot", "wait");
