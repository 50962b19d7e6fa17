import {
  runStep
} from "../chunks/chunk-XU2UWZ46.mjs";

// action:abeja/switch-service
await runStep("abeja", "switch-service");
