import {
  runStep
} from "../chunks/chunk-XKRTO2CY.mjs";

// action:abeja/upload-data
await runStep("abeja", "upload-data");
