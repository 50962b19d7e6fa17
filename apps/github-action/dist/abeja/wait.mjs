import {
  runStep
} from "../chunks/chunk-TDI5WZGB.mjs";

// action:abeja/wait
await runStep("abeja", "wait");
