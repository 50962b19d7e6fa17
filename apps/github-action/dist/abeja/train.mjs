import {
  runStep
} from "../chunks/chunk-XU2UWZ46.mjs";

// action:abeja/train
await runStep("abeja", "train");
