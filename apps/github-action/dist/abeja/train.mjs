import {
  runStep
} from "../chunks/chunk-MIXEX6VU.mjs";

// action:abeja/train
await runStep("abeja", "train");
