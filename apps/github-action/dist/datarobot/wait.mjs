import {
  runStep
} from "../chunks/chunk-ZK24KKFT.mjs";

// action:datarobot/wait
await runStep("datarobot", "wait");
