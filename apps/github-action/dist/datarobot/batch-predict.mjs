import {
  runStep
} from "../chunks/chunk-XU2UWZ46.mjs";

// action:datarobot/batch-predict
await runStep("datarobot", "batch-predict");
