import {
  runStep
} from "../chunks/chunk-QJUKXC2M.mjs";

// action:datarobot/upload-dataset-version
await runStep("datarobot", "upload-dataset-version");
