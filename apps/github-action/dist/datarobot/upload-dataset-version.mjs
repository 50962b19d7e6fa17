import {
  runStep
} from "../chunks/chunk-MIXEX6VU.mjs";

// action:datarobot/upload-dataset-version
await runStep("datarobot", "upload-dataset-version");
