/** A bound of ours that stands in the code as a constant. */
export interface OwnLimit {
  /** What it bounds, as people ask for it. */
  readonly what: string;
  /** Below the root. */
  readonly path: string;
  /** The constant, or a field of one: `defaultTimeouts.jsonMs`. Its end tells the unit: `Ms`, `Bytes`. */
  readonly name: string;
}

const limit = (what: string, path: string, name: string): OwnLimit => ({ what, path, name });

/** The bounds that users may meet, by where they meet them. */
export const ownLimits: Readonly<Record<string, readonly OwnLimit[]>> = {
  'Requests, whatever the vendor': [
    limit('tries of a read in all', 'packages/http/src/retry-policy.ts', 'defaultRetryPolicy.maxAttempts'),
    limit(
      'longest pause of our own between two tries',
      'packages/http/src/retry-policy.ts',
      'defaultRetryPolicy.maxDelayMs',
    ),
    limit(
      'longest `Retry-After` that a request waits for',
      'packages/http/src/retry-policy.ts',
      'defaultRetryPolicy.maxRetryAfterMs',
    ),
    limit(
      'all tries and pauses together',
      'packages/http/src/retry-policy.ts',
      'defaultRetryPolicy.totalTimeoutMs',
    ),
    limit('largest answer in JSON', 'packages/http/src/json-answer.ts', 'maxAnswerBytes'),
    limit("characters of the vendor's words that are quoted", 'packages/http/src/redact.ts', 'maxVendorText'),
    limit('downloads of a result that breaks off', 'packages/operation/src/save-download.ts', 'maxDownloads'),
  ],
  'Files and tables': [
    limit('longest file name', 'packages/upload/src/file-name.ts', 'maxNameBytes'),
    limit('longest header line of a table', 'packages/upload/src/csv/table-layout.ts', 'maxHeaderBytes'),
  ],
  'Prediction One': [
    limit(
      'uploads of a training file that provably did not arrive',
      'packages/prediction-one/src/training/upload-files.ts',
      'maxSends',
    ),
    limit(
      'wait for a new model to be listed',
      'packages/prediction-one/src/training/find-model.ts',
      'appearMs',
    ),
    limit(
      'classes of a target before a warning',
      'packages/prediction-one/src/preflight/table-warnings.ts',
      'maxClasses',
    ),
    limit(
      'warning before a key expires',
      'packages/prediction-one/src/client/fetched-key.ts',
      'keyWarningMs',
    ),
  ],
  DataRobot: [
    limit('tries of a request in all', 'packages/datarobot/src/client/limits.ts', 'retryRules.maxAttempts'),
    limit(
      'all tries and pauses together',
      'packages/datarobot/src/client/limits.ts',
      'retryRules.totalTimeoutMs',
    ),
    limit(
      'longest silence of an answer in JSON',
      'packages/datarobot/src/client/limits.ts',
      'defaultTimeouts.jsonMs',
    ),
    limit(
      'longest silence of an upload',
      'packages/datarobot/src/client/limits.ts',
      'defaultTimeouts.uploadMs',
    ),
    limit(
      'longest silence of a download',
      'packages/datarobot/src/client/limits.ts',
      'defaultTimeouts.downloadMs',
    ),
    limit(
      'longest wait for rows scored at once',
      'packages/datarobot/src/client/limits.ts',
      'defaultTimeouts.scoreMs',
    ),
    limit(
      'largest request of rows scored at once',
      'packages/datarobot/src/client/limits.ts',
      'maxPredictionBytes',
    ),
    limit(
      'rows in one request, of items',
      'packages/datarobot/src/real-time/rows/score-rows.ts',
      'maxRowsPerRequest',
    ),
    limit(
      'requests that look for bad rows',
      'packages/datarobot/src/real-time/rows/score-rows.ts',
      'maxSearchRequests',
    ),
    limit('longest request line', 'packages/datarobot/src/client/fit-request-line.ts', 'maxRequestLineBytes'),
    limit(
      'times that a part of an upload is sent',
      'packages/datarobot/src/batch/scoring/upload-in-parts.ts',
      'maxPartAttempts',
    ),
    limit(
      'jobs that are created before one has its data',
      'packages/datarobot/src/batch/scoring/start-scoring.ts',
      'maxJobs',
    ),
    limit(
      'look for a retraining run that was started',
      'packages/datarobot/src/retraining/find-new-run.ts',
      'lookForMs',
    ),
    limit(
      'columns of a model that a list shows',
      'packages/datarobot/src/lookups/deployment-features.ts',
      'maxFeatures',
    ),
  ],
  'ABEJA Platform': [
    limit(
      'longest silence of an answer in JSON',
      'packages/abeja/src/client/limits.ts',
      'defaultTimeouts.jsonMs',
    ),
    limit('longest silence of an upload', 'packages/abeja/src/client/limits.ts', 'defaultTimeouts.uploadMs'),
    limit(
      'longest silence of a download',
      'packages/abeja/src/client/limits.ts',
      'defaultTimeouts.downloadMs',
    ),
    limit('longest description', 'packages/abeja/src/at-most-once/marker.ts', 'maxDescriptionLength'),
    limit(
      'items of a dataset in one call',
      'packages/abeja/src/client/data/dataset-items.ts',
      'maxItemsInCall',
    ),
    limit('wait for an endpoint to show a switch', 'packages/abeja/src/switching/point-endpoint.ts', 'lagMs'),
    limit('tries of a sample before a switch', 'packages/abeja/src/switching/try-sample.ts', 'maxTries'),
    limit('wait for the models of a job', 'packages/abeja/src/training/models-of-job.ts', 'missingMs'),
    limit(
      'entries that a list in the editor shows',
      'packages/abeja/src/lookups/first-choices.ts',
      'maxChoices',
    ),
  ],
  'Triggers and n8n': [
    limit(
      'jobs that a trigger keeps an eye on',
      'packages/operation/src/tracking/tracking-cursor.ts',
      'maxOpen',
    ),
    limit(
      'ended jobs that a trigger remembers',
      'packages/operation/src/tracking/tracking-cursor.ts',
      'maxEnded',
    ),
    limit('longest poll of a trigger', 'packages/n8n-host/src/trigger/poll-trigger.ts', 'usualBudgetMs'),
    limit('wait for a list in the editor', 'packages/n8n-host/src/catalog-methods.ts', 'deadlineMs'),
    limit(
      'time to end jobs when an execution is stopped',
      'packages/n8n-host/src/run/end-jobs.ts',
      'withinMs',
    ),
    limit(
      "redirects that a file's URL may lead through",
      'packages/n8n-host/src/transport/follow-redirects.ts',
      'maxHops',
    ),
    limit(
      "characters of a value in the execution's custom data",
      'packages/n8n-host/src/run/shown-jobs.ts',
      'maxValueLength',
    ),
  ],
  'GitHub Actions': [
    limit('largest CSV that is scored row by row', 'apps/github-action/src/rows/read-rows.ts', 'maxBytes'),
    limit(
      'time to end jobs when a run is cancelled',
      'apps/github-action/src/cancel/stop-jobs.ts',
      'onCancelMs',
    ),
    limit('time to end jobs at a timeout', 'apps/github-action/src/cancel/stop-jobs.ts', 'onTimeoutMs'),
    limit('time of the post step', 'apps/github-action/src/post.ts', 'withinMs'),
    limit('jobs that a step keeps for its post step', 'apps/github-action/src/state/job-book.ts', 'maxJobs'),
    limit('annotations of a kind', 'apps/github-action/src/log/log.ts', 'maxAnnotations'),
    limit('characters of an annotation', 'apps/github-action/src/log/log.ts', 'maxTextLength'),
    limit('characters of an output', 'apps/github-action/src/outcome/tell-report.ts', 'maxOutputLength'),
    limit(
      'rows of a result that the summary shows',
      'apps/github-action/src/summary/preview-table.ts',
      'maxRows',
    ),
  ],
};
