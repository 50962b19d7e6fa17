export { pollPauseMs, type PollInterval } from './backoff.ts';
export { isFinal, type Figure, type Job, type JobReference, type JobSnapshot, type JobState } from './job.ts';
export { pollUntilDone, type PollOptions, type PollOutcome } from './poller.ts';
export { fromResumeToken, idInToken, toResumeToken } from './resume-token.ts';
export { sameFigures } from './same-figures.ts';
