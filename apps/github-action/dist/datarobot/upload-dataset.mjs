import {
  runStep
} from "../chunks/chunk-MER2QMP7.mjs";

// action:datarobot/upload-dataset
await runStep("datarobot", "upload-dataset");
