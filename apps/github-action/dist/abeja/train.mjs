import {
  runStep
} from "../chunks/chunk-DVEKINOU.mjs";

// action:abeja/train
await runStep("abeja", "train");
