/** The open points that only predictions in real time meet. */
export const dataRobotRealTimeVariants = {
  'pps-auth': 'the portable server answers 401 without its token',
  'rt-class-explanations': 'predictions in real time take explanationNumTopClasses and explanationClassNames',
  'xemp-default-3': 'explanationAlgorithm=xemp alone gives 3 explanations',
  'exec-time-float': 'the execution time is 38.41',
  'exec-time-missing': 'the execution time is missing',
  'ts-extra-field': 'predictions in time have an originalFormatTimestamp',
  'rt-csv-columns': 'predictions in CSV have the column of the prediction only',
  'unstructured-query-dropped': 'an unstructured model does not see the query',
  'unstructured-accept-406': 'an unstructured prediction with Accept is answered 406',
  'serverless-unstructured-on-predictions':
    'on serverless, an unstructured model answers at predictions, and predictionsUnstructured is not there',
  'oversize-422': 'a body over 50 MB is refused with 422',
  'oversize-400': 'a body over 50 MB is refused with 400',
  'oversize-reset': 'the connection of a body over 50 MB is reset',
  'gzip-counts-compressed': 'of a body in gzip the compressed bytes count',
  'both-passthrough-400': 'both passthrough parameters together are refused with 400',
  'bad-payload-400': 'a body that cannot be scored is refused with 400',
  'inactive-404': 'a deployment that is not active answers 404',
  'inactive-503': 'a deployment that is not active answers 503',
  'quota-403': 'a quota that is used up answers 403',
  'retry-after-seconds': 'a quota that is used up answers with Retry-After in seconds',
  'retry-after-date': 'a quota that is used up answers with Retry-After as an HTTP date',
  'rate-usage-404': 'the usage of the rate limit is answered 404',
} as const;

/** The name of one of {@link dataRobotRealTimeVariants}. */
export type DataRobotRealTimeVariant = keyof typeof dataRobotRealTimeVariants;
