import {
  runStep
} from "../chunks/chunk-ACN4OMOE.mjs";

// action:abeja/switch-service
await runStep("abeja", "switch-service");
