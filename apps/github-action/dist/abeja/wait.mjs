import {
  runStep
} from "../chunks/chunk-MIXEX6VU.mjs";

// action:abeja/wait
await runStep("abeja", "wait");
