import {
  runStep
} from "../chunks/chunk-ZRVTZJYU.mjs";

// action:abeja/wait
await runStep("abeja", "wait");
