import {
  runStep
} from "../chunks/chunk-L7ICSBA5.mjs";

// action:datarobot/batch-predict
await runStep("datarobot", "batch-predict");
