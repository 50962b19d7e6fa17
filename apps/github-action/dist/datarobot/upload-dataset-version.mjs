import {
  runStep
} from "../chunks/chunk-XKRTO2CY.mjs";

// action:datarobot/upload-dataset-version
await runStep("datarobot", "upload-dataset-version");
