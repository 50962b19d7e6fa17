import {
  runStep
} from "../chunks/chunk-ACN4OMOE.mjs";

// action:datarobot/upload-dataset
await runStep("datarobot", "upload-dataset");
