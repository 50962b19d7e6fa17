import {
  runStep
} from "../chunks/chunk-OD34W6AC.mjs";

// action:abeja/train
await runStep("abeja", "train");
