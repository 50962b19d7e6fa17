import {
  runStep
} from "../chunks/chunk-XKRTO2CY.mjs";

// action:abeja/switch-service
await runStep("abeja", "switch-service");
