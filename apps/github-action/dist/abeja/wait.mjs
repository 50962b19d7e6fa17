import {
  runStep
} from "../chunks/chunk-XKRTO2CY.mjs";

// action:abeja/wait
await runStep("abeja", "wait");
