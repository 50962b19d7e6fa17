import {
  runStep
} from "../chunks/chunk-ZRVTZJYU.mjs";

// action:abeja/train
await runStep("abeja", "train");
