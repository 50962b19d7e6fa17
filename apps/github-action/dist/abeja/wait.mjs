import {
  runStep
} from "../chunks/chunk-OD34W6AC.mjs";

// action:abeja/wait
await runStep("abeja", "wait");
