import {
  runStep
} from "../chunks/chunk-TPS7C5IL.mjs";

// action:datarobot/upload-dataset-version
await runStep("datarobot", "upload-dataset-version");
