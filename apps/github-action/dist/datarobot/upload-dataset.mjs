import {
  runStep
} from "../chunks/chunk-OD34W6AC.mjs";

// action:datarobot/upload-dataset
await runStep("datarobot", "upload-dataset");
