import {
  runStep
} from "../chunks/chunk-ACN4OMOE.mjs";

// action:datarobot/upload-dataset-version
await runStep("datarobot", "upload-dataset-version");
