import {
  runStep
} from "../chunks/chunk-PLTFPKSW.mjs";

// action:abeja/wait
await runStep("abeja", "wait");
