import {
  runStep
} from "../chunks/chunk-XKRTO2CY.mjs";

// action:abeja/train
await runStep("abeja", "train");
