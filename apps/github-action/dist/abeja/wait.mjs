import {
  runStep
} from "../chunks/chunk-ACN4OMOE.mjs";

// action:abeja/wait
await runStep("abeja", "wait");
