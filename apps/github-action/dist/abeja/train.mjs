import {
  runStep
} from "../chunks/chunk-PLTFPKSW.mjs";

// action:abeja/train
await runStep("abeja", "train");
