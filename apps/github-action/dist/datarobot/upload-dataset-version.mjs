import {
  runStep
} from "../chunks/chunk-OD34W6AC.mjs";

// action:datarobot/upload-dataset-version
await runStep("datarobot", "upload-dataset-version");
