/** The open points of batch jobs that read or write elsewhere, are made from others, or come by a schedule. */
export const dataRobotAdapterVariants = {
  'no-parquet': 'the format parquet is refused with 422',
  'datasphere-rejected': 'datasphere as a source or a sink is refused with 422',
  'from-existing-reuses-data':
    'a copy of a job with a local file is scored at once, with the rows that were kept of it',
  'schedule-local-time': 'schedules are meant in a time zone 9 hours ahead of UTC',
} as const;

/** The name of one of {@link dataRobotAdapterVariants}. */
export type DataRobotAdapterVariant = keyof typeof dataRobotAdapterVariants;
