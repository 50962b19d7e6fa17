import {
  runStep
} from "../chunks/chunk-QJUKXC2M.mjs";

// action:abeja/train
await runStep("abeja", "train");
