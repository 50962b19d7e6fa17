import { EngineError, pause } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import { surely } from '../at-most-once/surely.ts';
import type { AbejaClient } from '../client/client.ts';
import { readEndpoint, type EndpointRef } from './read-endpoint.ts';

/** A switch from one service to another. */
export interface Switch extends EndpointRef {
  /** What the endpoint pointed to when it was first looked at. */
  readonly from: string;
  /** Ready, and tried where that was wanted. */
  readonly to: string;
  /** Called right before the endpoint is pointed elsewhere. */
  onSwitching?(): Promise<void>;
}

/** How long an endpoint may go on showing the service that it had, in milliseconds (Q26, `endpoint-lags`). */
const lagMs = 120_000;

/** Between two looks, in milliseconds. */
const pauseMs = 5_000;

/**
 * Points an endpoint to a service that is ready, and waits until it shows that. It is not touched where somebody else has
 * moved it meanwhile. Setting it twice does no harm (5.2).
 * @throws EngineError with code `conflict` when somebody else has moved it, `outcome-unknown` when it never shows the switch
 */
export async function pointEndpoint(context: RunContext<AbejaClient>, wanted: Switch): Promise<void> {
  const { client, signal, progress } = context;
  const { deploymentId, endpoint, from, to } = wanted;
  const pointsTo = async (): Promise<string> => (await readEndpoint(context, wanted)).serviceId;
  progress({ type: 'phase', title: 'Point the endpoint to the service' });
  const now = await pointsTo();
  if (now === to) return;
  if (now !== from) throw moved(wanted, now, false);
  await wanted.onSwitching?.();
  await surely(context, {
    doing: `point the endpoint "${endpoint}" to the service ${to}`,
    send: () => client.pointEndpoint(deploymentId, endpoint, { serviceId: to }, signal),
    async isDone() {
      const seen = await pointsTo();
      if (seen !== from && seen !== to) throw moved(wanted, seen, true);
      return seen === to;
    },
  });
  await waitForSwitch(context, wanted, pointsTo);
}

async function waitForSwitch(
  { clock, signal }: RunContext<AbejaClient>,
  wanted: Switch,
  pointsTo: () => Promise<string>,
): Promise<void> {
  const { deploymentId, endpoint, from, to } = wanted;
  const endsAtMs = clock.now() + lagMs;
  for (;;) {
    const seen = await pointsTo();
    if (seen === to) return;
    if (seen !== from) throw moved(wanted, seen, true);
    if (clock.now() >= endsAtMs) break;
    await pause({ clock, signal }, pauseMs, `look at the endpoint "${endpoint}"`);
  }
  throw new EngineError({
    code: 'outcome-unknown',
    message: `The endpoint "${endpoint}" of deployment ${deploymentId} was pointed to service ${to}, and still shows service ${from}.`,
    remedy: 'Look at the endpoint on the platform in some minutes; point it to the service again if need be.',
  });
}

function moved({ deploymentId, endpoint, from, to }: Switch, now: string, isSwitched: boolean): EngineError {
  const what = isSwitched ? `after it was pointed to service ${to}` : `and was left alone`;
  return new EngineError({
    code: 'conflict',
    message: `Somebody else has moved the endpoint "${endpoint}" of deployment ${deploymentId} ${what}: it pointed to service ${from}, and points to service ${now} now.`,
    remedy: `Find out who else switches this endpoint. Service ${to} is ready: Roll Back points the endpoint to it, where that is still wanted.`,
  });
}
