/** The open points of what goes on with a deployment and its data: tasks, datasets, retraining, replacement. */
export const dataRobotLifecycleVariants = {
  'status-200-completed': 'a task that has ended well answers 200 COMPLETED, without Location',
  'status-stuck-initialized': 'tasks never leave INITIALIZED, though their work is done',
  'location-relative': 'Location is a path without a host',
  'dataset-location-versions': 'the Location of a new dataset names its version',
  'catalog-too-large-422': 'a dataset that is too large is refused with 422',
  'catalog-too-large-error': 'a dataset that is too large is taken, and its task ends as ERROR',
  'retrain-settings-missing': 'a retraining without a dataset or a user is taken, and fails at once',
  'run-post-body': 'starting a retraining answers its id',
  'run-post-202': 'starting a retraining answers 202 with a Location',
  'run-appears-late': 'a new retraining is listed after 2 looks at the list',
  'run-status-words': 'retrainings have other words for their status',
  'run-finish-null': 'the finishTime of a retraining stays null',
  'run-cancel-word': 'a retraining is cancelled with the word aborted',
  'run-cancel-422': 'a retraining cannot be cancelled',
  'run-result-missing': 'a retraining does not say what it led to',
  'replace-invalid-async': 'a replacement that may not be is taken, and its task ends as ERROR',
  'model-replace-lag': 'a deployment shows its old model for 2 looks after a replacement',
} as const;

/** The name of one of {@link dataRobotLifecycleVariants}. */
export type DataRobotLifecycleVariant = keyof typeof dataRobotLifecycleVariants;
