import {
  runStep
} from "../chunks/chunk-TDI5WZGB.mjs";

// action:abeja/switch-service
await runStep("abeja", "switch-service");
