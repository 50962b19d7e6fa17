/** The open points of what goes on with a deployment and its data: tasks, datasets, retraining, replacement. */
export const dataRobotLifecycleVariants = {
  'status-200-completed': 'a task that has ended well answers 200 COMPLETED, without Location',
  'status-stuck-initialized': 'tasks never leave INITIALIZED, though their work is done',
  'location-relative': 'Location is a path without a host',
  'dataset-location-versions': 'the Location of a new dataset names its version',
  'catalog-too-large-422': 'a dataset that is too large is refused with 422',
  'catalog-too-large-error': 'a dataset that is too large is taken, and its task ends as ERROR',
} as const;

/** The name of one of {@link dataRobotLifecycleVariants}. */
export type DataRobotLifecycleVariant = keyof typeof dataRobotLifecycleVariants;
