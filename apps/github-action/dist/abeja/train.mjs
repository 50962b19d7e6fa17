import {
  runStep
} from "../chunks/chunk-ACN4OMOE.mjs";

// action:abeja/train
await runStep("abeja", "train");
