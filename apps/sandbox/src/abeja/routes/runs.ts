import { FieldError } from '../errors.ts';
import { requiredText } from '../fields.ts';
import type { AbejaPlatform } from '../platform.ts';
import { D } from '../serve-routes.ts';
import type { Call, Route } from '../call.ts';
import { readModel, readVersion } from '../serving/create-service.ts';
import type { Deployment } from '../serving/deployment.ts';
import { findDeployment } from '../serving/find.ts';
import type { Run } from '../serving/run.ts';
import { runObject, triggerObject } from '../serving/serving-objects.ts';
import { readRetries, startRun } from '../serving/start-run.ts';
import type { Trigger } from '../serving/trigger.ts';
import { recentLogs } from './local-jobs.ts';

const pageSize = 50;

/** Runs of a deployment, and the triggers that start them. */
export function runRoutes(platform: AbejaPlatform): readonly Route[] {
  return [
    [
      `POST ${D}/runs`,
      'runCreate',
      (call) => {
        const deployment = findDeployment(platform, call);
        return runObject(deployment, startRun(platform, deployment, call.fields()));
      },
    ],
    [
      `GET ${D}/runs`,
      'runs',
      (call) => {
        const deployment = findDeployment(platform, call);
        return listRuns(deployment, [...deployment.runs.values()], call);
      },
    ],
    [
      `GET ${D}/runs/:run`,
      'run',
      async (call) => {
        const run = findRun(platform, call);
        await run.poll();
        return runObject(findDeployment(platform, call), run);
      },
    ],
    [
      `GET ${D}/runs/:run/logs`,
      'runLogs',
      (call) => {
        const { logs } = findRun(platform, call);
        const from = Number(call.query.next_token ?? 0);
        const page = recentLogs([...logs].reverse(), String(from));
        return { events: page.events, next_token: page.next_backward_token };
      },
    ],
    [
      `GET ${D}/runs/:run/recentlogs`,
      'runRecentLogs',
      (call) => recentLogs(findRun(platform, call).logs, call.query.next_backward_token),
    ],
    [`POST ${D}/triggers`, 'triggerCreate', (call) => createTrigger(platform, call)],
    [
      `GET ${D}/triggers`,
      'triggers',
      (call) => {
        const deployment = findDeployment(platform, call);
        return { entries: [...deployment.triggers.values()].map((each) => triggerObject(deployment, each)) };
      },
    ],
    [
      `GET ${D}/triggers/:trigger`,
      'trigger',
      (call) => triggerObject(findDeployment(platform, call), findTrigger(platform, call)),
    ],
    [
      `DELETE ${D}/triggers/:trigger`,
      'triggerDelete',
      (call) => {
        const { id } = findTrigger(platform, call);
        findDeployment(platform, call).triggers.delete(id);
        return { message: `${id} deleted` };
      },
    ],
    [
      `GET ${D}/triggers/:trigger/runs`,
      'triggerRuns',
      (call) => {
        const deployment = findDeployment(platform, call);
        const { id } = findTrigger(platform, call);
        const runs = [...deployment.runs.values()].filter(({ facts }) => facts.triggerId === id);
        return listRuns(deployment, runs, call);
      },
    ],
  ];
}

/** Newest first, unless it is asked for the other way round. */
async function listRuns(
  deployment: Deployment,
  oldestFirst: readonly Run[],
  { query }: Call,
): Promise<unknown> {
  const all = query.scan_forward === 'true' ? oldestFirst : [...oldestFirst].reverse();
  const from = Number(query.next_page_token ?? 0);
  const page = all.slice(from, from + pageSize);
  for (const run of page) await run.poll();
  const next = from + pageSize < all.length ? String(from + pageSize) : null;
  return { entries: page.map((run) => runObject(deployment, run)), next_page_token: next };
}

function createTrigger(platform: AbejaPlatform, call: Call): unknown {
  const deployment = findDeployment(platform, call);
  const fields = call.fields();
  const { version_id, models = {}, environment = {}, retry_count = 0 } = fields;
  readVersion(deployment, fields);
  readModel(platform, fields);
  readRetries(fields);
  if (requiredText(fields, 'input_service_name') !== 'datalake')
    throw new FieldError('input_service_name', 'must be datalake');
  const channelId = requiredText(fields, 'input_service_id');
  if (!platform.channels.has(channelId)) throw new FieldError('input_service_id', 'unknown');
  const now = platform.parts.clock.now();
  const trigger: Trigger = {
    ...{ id: platform.ids.prefixed('tri'), channelId, createdMs: now, modifiedMs: now },
    fields: { version_id, models, environment, retry_count },
  };
  deployment.triggers.set(trigger.id, trigger);
  return triggerObject(deployment, trigger);
}

/** @throws ApiError 404 */
function findRun(platform: AbejaPlatform, call: Call): Run {
  const found = findDeployment(platform, call).runs.get(call.params.run ?? '');
  if (found === undefined) throw platform.missing('run');
  return found;
}

/** @throws ApiError 404 */
function findTrigger(platform: AbejaPlatform, call: Call): Trigger {
  const found = findDeployment(platform, call).triggers.get(call.params.trigger ?? '');
  if (found === undefined) throw platform.missing('trigger');
  return found;
}
