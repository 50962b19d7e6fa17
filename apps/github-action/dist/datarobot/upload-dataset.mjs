import {
  runStep
} from "../chunks/chunk-ZK24KKFT.mjs";

// action:datarobot/upload-dataset
await runStep("datarobot", "upload-dataset");
