import {
  runStep
} from "../chunks/chunk-QJUKXC2M.mjs";

// action:datarobot/upload-dataset
await runStep("datarobot", "upload-dataset");
