import {
  runStep
} from "../chunks/chunk-XU2UWZ46.mjs";

// action:abeja/register-model
await runStep("abeja", "register-model");
