import {
  runStep
} from "../chunks/chunk-DVEKINOU.mjs";

// action:datarobot/upload-dataset
await runStep("datarobot", "upload-dataset");
