import {
  runStep
} from "../chunks/chunk-ACN4OMOE.mjs";

// action:abeja/register-model
await runStep("abeja", "register-model");
