/** What a dataset can be meant for (3.16). */
export const categoryChoices = {
  TRAINING: { title: 'Training' },
  PREDICTION: { title: 'Prediction' },
  BATCH_PREDICTIONS: { title: 'Batch Predictions' },
  SAMPLE: { title: 'Sample' },
  SINGLE_SERIES_CALENDAR: { title: 'Single Series Calendar' },
  MULTI_SERIES_CALENDAR: { title: 'Multi Series Calendar' },
} as const;
