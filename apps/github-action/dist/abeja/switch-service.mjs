import {
  runStep
} from "../chunks/chunk-DVEKINOU.mjs";

// action:abeja/switch-service
await runStep("abeja", "switch-service");
