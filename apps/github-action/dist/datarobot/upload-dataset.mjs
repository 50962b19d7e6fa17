import {
  runStep
} from "../chunks/chunk-TPS7C5IL.mjs";

// action:datarobot/upload-dataset
await runStep("datarobot", "upload-dataset");
