import {
  runStep
} from "../chunks/chunk-VDHEZRE2.mjs";

// action:abeja/upload-data
await runStep("abeja", "upload-data");
