import {
  runStep
} from "../chunks/chunk-VDHEZRE2.mjs";

// action:datarobot/upload-dataset-version
await runStep("datarobot", "upload-dataset-version");
