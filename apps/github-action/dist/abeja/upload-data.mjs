import {
  runStep
} from "../chunks/chunk-ACN4OMOE.mjs";

// action:abeja/upload-data
await runStep("abeja", "upload-data");
