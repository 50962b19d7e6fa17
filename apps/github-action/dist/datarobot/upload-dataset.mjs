import {
  runStep
} from "../chunks/chunk-XU2UWZ46.mjs";

// action:datarobot/upload-dataset
await runStep("datarobot", "upload-dataset");
