import {
  runStep
} from "../chunks/chunk-ZK24KKFT.mjs";

// action:datarobot/upload-dataset-version
await runStep("datarobot", "upload-dataset-version");
