import {
  runStep
} from "../chunks/chunk-EZY26TJJ.mjs";

// action:datarobot/upload-dataset
await runStep("datarobot", "upload-dataset");
