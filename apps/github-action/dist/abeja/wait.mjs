import {
  runStep
} from "../chunks/chunk-VDHEZRE2.mjs";

// action:abeja/wait
await runStep("abeja", "wait");
