import {
  runStep
} from "../chunks/chunk-L7ICSBA5.mjs";

// action:datarobot/upload-dataset-version
await runStep("datarobot", "upload-dataset-version");
