import type { DataRobotDescription } from '@modelferry/sandbox';

/**
 * What somebody writes who has curl: no retry, no check, and no end of the job when it is stopped. With a
 * final slash, curl would add the name of the file to the address of the upload.
 */
const script = `
set -eu
say() { curl -sS --fail -H "authorization: Bearer $TOKEN" "$@"; }
say -H 'content-type: application/json' -d "$2" -o "$4.job" "$1/batchPredictions/"
job=$1/batchPredictions/$(sed -E 's/.*"id": ?"([^"]+)".*/\\1/' "$4.job")
say -H 'content-type: text/csv' -T "$3" -o /dev/null "$job/csvUpload"
until say "$job/" | grep -q COMPLETED; do sleep 1; done
say -o "$4" "$job/download/"`;

/** The command that scores a file and fetches the result. */
export const curlByHand = (
  { endpoint, apiToken }: DataRobotDescription,
  deploymentId: string,
  file: string,
  result: string,
): readonly string[] => [
  ...['env', `TOKEN=${apiToken}`, 'sh', '-c', script, 'score'],
  ...[endpoint, JSON.stringify({ deploymentId, includePredictionStatus: true }), file, result],
];
