import {
  runStep
} from "../chunks/chunk-DVEKINOU.mjs";

// action:datarobot/upload-dataset-version
await runStep("datarobot", "upload-dataset-version");
