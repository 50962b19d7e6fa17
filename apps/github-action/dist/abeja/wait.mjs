import {
  runStep
} from "../chunks/chunk-DVEKINOU.mjs";

// action:abeja/wait
await runStep("abeja", "wait");
