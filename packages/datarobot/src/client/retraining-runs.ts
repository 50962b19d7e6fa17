import { pathSegment } from '@modelferry/http';
import * as v from 'valibot';
import { id, perhaps } from '@modelferry/operation';
import type { CallPort } from './call-port.ts';
import { idInLocation } from './id-in-location.ts';
import { pageOf, type Page, type PageRequest } from './page.ts';
import { policyPath } from './retraining-policies.ts';

const retrainingRun = v.object({
  id,
  status: perhaps(v.string()),
  startTime: perhaps(v.string()),
  finishTime: perhaps(v.string()),
  errorMessage: perhaps(v.string()),
  projectId: perhaps(id),
  modelPackageId: perhaps(id),
  registeredModelId: perhaps(id),
  challengerId: perhaps(id),
});

/** One run of a policy. All but its ID may be missing; its status words are not documented. Source: section 3.17. */
export type RetrainingRun = v.InferOutput<typeof retrainingRun>;

/** A policy of a deployment. */
export interface PolicyRef {
  readonly deploymentId: string;
  readonly policyId: string;
}

/** The calls for the runs of retraining policies (docs/vendors/datarobot.md, 3.17). */
export interface RetrainingRunCalls {
  /** 3.17. */
  getRetrainingRuns(
    policy: PolicyRef,
    request: PageRequest,
    signal: AbortSignal,
  ): Promise<Page<RetrainingRun>>;
  /** 3.17. */
  getRetrainingRun(policy: PolicyRef, runId: string, signal: AbortSignal): Promise<RetrainingRun>;
  /**
   * 3.17. Never repeated: it would train twice.
   * @returns its ID where the answer has one (`run-post-body`, `run-post-202`); else it shows in the list, perhaps later
   */
  startRetrainingRun(policy: PolicyRef, signal: AbortSignal): Promise<string | undefined>;
  /** 3.17. Cancels a run; with which word is not documented (`run-cancel-word`). */
  setRetrainingRunStatus(
    policy: PolicyRef,
    runId: string,
    status: string,
    signal: AbortSignal,
  ): Promise<void>;
}

const pathOf = ({ deploymentId, policyId }: PolicyRef, runId?: string): string =>
  policyPath(deploymentId, policyId, `runs/${runId === undefined ? '' : `${pathSegment(runId)}/`}`);

export const retrainingRunCalls = (port: CallPort): RetrainingRunCalls => ({
  getRetrainingRuns: (policy, request, signal) =>
    port.json(
      {
        doing: `list the runs of retraining policy ${policy.policyId}`,
        method: 'GET',
        path: pathOf(policy),
        query: { ...request },
        signal,
      },
      pageOf(retrainingRun),
    ),

  getRetrainingRun: (policy, runId, signal) =>
    port.json(
      { doing: `read the retraining run ${runId}`, method: 'GET', path: pathOf(policy, runId), signal },
      retrainingRun,
    ),

  async startRetrainingRun(policy, signal) {
    const { value, location } = await port.located(
      {
        doing: `run the retraining policy ${policy.policyId}`,
        method: 'POST',
        path: pathOf(policy),
        signal,
      },
      v.object({ id }),
    );
    return value?.id ?? idInLocation('runs', location);
  },

  setRetrainingRunStatus: (policy, runId, status, signal) =>
    port.send({
      doing: `cancel the retraining run ${runId}`,
      method: 'PATCH',
      path: pathOf(policy, runId),
      json: { status },
      idempotent: true,
      signal,
    }),
});
