import {
  runStep
} from "../chunks/chunk-OD34W6AC.mjs";

// action:datarobot/wait-for-retraining
await runStep("datarobot", "wait-for-retraining");
