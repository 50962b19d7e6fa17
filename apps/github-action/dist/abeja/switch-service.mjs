import {
  runStep
} from "../chunks/chunk-MIXEX6VU.mjs";

// action:abeja/switch-service
await runStep("abeja", "switch-service");
