import {
  runStep
} from "../chunks/chunk-PLTFPKSW.mjs";

// action:abeja/switch-service
await runStep("abeja", "switch-service");
