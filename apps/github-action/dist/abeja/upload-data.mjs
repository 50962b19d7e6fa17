import {
  runStep
} from "../chunks/chunk-QJUKXC2M.mjs";

// action:abeja/upload-data
await runStep("abeja", "upload-data");
