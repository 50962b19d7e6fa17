import {
  runStep
} from "../chunks/chunk-TDI5WZGB.mjs";

// action:datarobot/upload-dataset-version
await runStep("datarobot", "upload-dataset-version");
