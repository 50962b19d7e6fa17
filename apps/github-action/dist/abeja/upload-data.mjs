import {
  runStep
} from "../chunks/chunk-MIXEX6VU.mjs";

// action:abeja/upload-data
await runStep("abeja", "upload-data");
