import {
  runStep
} from "../chunks/chunk-DVEKINOU.mjs";

// action:abeja/upload-data
await runStep("abeja", "upload-data");
