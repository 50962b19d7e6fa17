import {
  runStep
} from "../chunks/chunk-VDHEZRE2.mjs";

// action:datarobot/upload-dataset
await runStep("datarobot", "upload-dataset");
