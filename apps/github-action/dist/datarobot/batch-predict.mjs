import {
  runStep
} from "../chunks/chunk-ACN4OMOE.mjs";

// action:datarobot/batch-predict
await runStep("datarobot", "batch-predict");
