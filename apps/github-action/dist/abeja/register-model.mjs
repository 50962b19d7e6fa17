import {
  runStep
} from "../chunks/chunk-MIXEX6VU.mjs";

// action:abeja/register-model
await runStep("abeja", "register-model");
