import {
  runStep
} from "../chunks/chunk-OD34W6AC.mjs";

// action:datarobot/batch-predict
await runStep("datarobot", "batch-predict");
