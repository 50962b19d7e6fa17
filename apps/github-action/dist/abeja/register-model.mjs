import {
  runStep
} from "../chunks/chunk-DVEKINOU.mjs";

// action:abeja/register-model
await runStep("abeja", "register-model");
