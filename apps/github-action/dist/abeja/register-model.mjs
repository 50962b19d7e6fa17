import {
  runStep
} from "../chunks/chunk-OD34W6AC.mjs";

// action:abeja/register-model
await runStep("abeja", "register-model");
