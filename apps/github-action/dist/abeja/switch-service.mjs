import {
  runStep
} from "../chunks/chunk-VDHEZRE2.mjs";

// action:abeja/switch-service
await runStep("abeja", "switch-service");
