import {
  runStep
} from "../chunks/chunk-EZY26TJJ.mjs";

// action:datarobot/upload-dataset-version
await runStep("datarobot", "upload-dataset-version");
