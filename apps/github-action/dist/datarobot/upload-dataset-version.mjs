import {
  runStep
} from "../chunks/chunk-PLTFPKSW.mjs";

// action:datarobot/upload-dataset-version
await runStep("datarobot", "upload-dataset-version");
