import {
  runStep
} from "../chunks/chunk-PLTFPKSW.mjs";

// action:abeja/register-model
await runStep("abeja", "register-model");
