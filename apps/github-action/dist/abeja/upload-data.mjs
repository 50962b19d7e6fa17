import {
  runStep
} from "../chunks/chunk-TDI5WZGB.mjs";

// action:abeja/upload-data
await runStep("abeja", "upload-data");
