import {
  runStep
} from "../chunks/chunk-ZRVTZJYU.mjs";

// action:datarobot/upload-dataset
await runStep("datarobot", "upload-dataset");
