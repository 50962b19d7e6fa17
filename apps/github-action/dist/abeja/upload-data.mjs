import {
  runStep
} from "../chunks/chunk-XU2UWZ46.mjs";

// action:abeja/upload-data
await runStep("abeja", "upload-data");
