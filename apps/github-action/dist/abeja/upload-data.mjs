import {
  runStep
} from "../chunks/chunk-OD34W6AC.mjs";

// action:abeja/upload-data
await runStep("abeja", "upload-data");
