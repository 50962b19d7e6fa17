import {
  runStep
} from "../chunks/chunk-OD34W6AC.mjs";

// action:datarobot/predict
await runStep("datarobot", "predict");
