import {
  runChosen
} from "./chunks/chunk-VDHEZRE2.mjs";

// action:index
await runChosen("prediction-one/retrain", "prediction-one/wait", "prediction-one/switch-model", "prediction-one/predict", "datarobot/predict", "datarobot/batch-predict", "datarobot/wait", "datarobot/upload-dataset", "datarobot/upload-dataset-version", "datarobot/replace-model", "datarobot/retrain", "datarobot/wait-for-retraining", "abeja/train", "abeja/wait", "abeja/register-model", "abeja/switch-service", "abeja/upload-data");
