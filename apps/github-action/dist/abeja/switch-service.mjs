import {
  runStep
} from "../chunks/chunk-QJUKXC2M.mjs";

// action:abeja/switch-service
await runStep("abeja", "switch-service");
