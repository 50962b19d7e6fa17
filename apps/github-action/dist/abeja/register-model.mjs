import {
  runStep
} from "../chunks/chunk-XKRTO2CY.mjs";

// action:abeja/register-model
await runStep("abeja", "register-model");
