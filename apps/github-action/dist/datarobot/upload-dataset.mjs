import {
  runStep
} from "../chunks/chunk-TDI5WZGB.mjs";

// action:datarobot/upload-dataset
await runStep("datarobot", "upload-dataset");
