import {
  runStep
} from "../chunks/chunk-ZRVTZJYU.mjs";

// action:datarobot/upload-dataset-version
await runStep("datarobot", "upload-dataset-version");
