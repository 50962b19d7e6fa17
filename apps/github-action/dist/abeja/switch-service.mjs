import {
  runStep
} from "../chunks/chunk-ZRVTZJYU.mjs";

// action:abeja/switch-service
await runStep("abeja", "switch-service");
