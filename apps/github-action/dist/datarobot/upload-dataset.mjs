import {
  runStep
} from "../chunks/chunk-PLTFPKSW.mjs";

// action:datarobot/upload-dataset
await runStep("datarobot", "upload-dataset");
