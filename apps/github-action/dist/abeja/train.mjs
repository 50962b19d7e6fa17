import {
  runStep
} from "../chunks/chunk-TDI5WZGB.mjs";

// action:abeja/train
await runStep("abeja", "train");
