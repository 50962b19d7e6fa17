import {
  runStep
} from "../chunks/chunk-VDHEZRE2.mjs";

// action:abeja/train
await runStep("abeja", "train");
