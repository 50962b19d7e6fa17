import {
  runStep
} from "../chunks/chunk-ZRVTZJYU.mjs";

// action:abeja/register-model
await runStep("abeja", "register-model");
