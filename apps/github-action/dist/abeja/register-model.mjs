import {
  runStep
} from "../chunks/chunk-QJUKXC2M.mjs";

// action:abeja/register-model
await runStep("abeja", "register-model");
