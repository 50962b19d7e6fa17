import {
  runStep
} from "../chunks/chunk-MIXEX6VU.mjs";

// action:datarobot/upload-dataset
await runStep("datarobot", "upload-dataset");
