import {
  runStep
} from "../chunks/chunk-XKRTO2CY.mjs";

// action:datarobot/upload-dataset
await runStep("datarobot", "upload-dataset");
