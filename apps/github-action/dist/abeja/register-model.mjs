import {
  runStep
} from "../chunks/chunk-TDI5WZGB.mjs";

// action:abeja/register-model
await runStep("abeja", "register-model");
