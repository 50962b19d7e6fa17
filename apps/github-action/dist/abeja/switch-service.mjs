import {
  runStep
} from "../chunks/chunk-OD34W6AC.mjs";

// action:abeja/switch-service
await runStep("abeja", "switch-service");
