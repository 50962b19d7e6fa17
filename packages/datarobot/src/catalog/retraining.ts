import { cancelRun } from '../operations/retraining/cancel-run.ts';
import { getPolicies } from '../operations/retraining/get-policies.ts';
import { getRun } from '../operations/retraining/get-run.ts';
import { runPolicy } from '../operations/retraining/run-policy.ts';
import { waitForRetraining } from '../operations/retraining/wait-for-retraining.ts';

/** In the order in which they are shown. */
export const retrainingOperations = [runPolicy, waitForRetraining, getRun, getPolicies, cancelRun];
