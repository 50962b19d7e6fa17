import {
  runStep
} from "../chunks/chunk-PLTFPKSW.mjs";

// action:abeja/upload-data
await runStep("abeja", "upload-data");
