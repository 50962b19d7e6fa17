import {
  runStep
} from "../chunks/chunk-XU2UWZ46.mjs";

// action:datarobot/upload-dataset-version
await runStep("datarobot", "upload-dataset-version");
