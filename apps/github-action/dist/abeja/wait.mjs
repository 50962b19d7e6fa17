import {
  runStep
} from "../chunks/chunk-XU2UWZ46.mjs";

// action:abeja/wait
await runStep("abeja", "wait");
