import {
  runStep
} from "../chunks/chunk-QJUKXC2M.mjs";

// action:abeja/wait
await runStep("abeja", "wait");
