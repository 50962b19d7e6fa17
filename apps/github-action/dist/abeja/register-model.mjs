import {
  runStep
} from "../chunks/chunk-VDHEZRE2.mjs";

// action:abeja/register-model
await runStep("abeja", "register-model");
