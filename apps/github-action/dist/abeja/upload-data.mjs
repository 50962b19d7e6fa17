import {
  runStep
} from "../chunks/chunk-ZRVTZJYU.mjs";

// action:abeja/upload-data
await runStep("abeja", "upload-data");
