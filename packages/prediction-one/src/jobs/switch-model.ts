import { EngineError, isCancelled, isEngineError, messageOf, type RepeatWorld } from '@modelferry/http';
import { pollUntilDone, type Job, type JobState, type PollInterval } from '@modelferry/polling';
import type { Classifier } from '../client/classifiers.ts';
import type { PredictionOneClient } from '../client/client.ts';
import type { KeyChoice } from '../client/key-ring.ts';
import { confirmed } from '../recovery/confirmed.ts';
import { vendor } from '../vendor.ts';

/**
 * What is known after a switch: the vendor accepted it; the prediction API was seen running on the new model; or the
 * request went out and nothing tells what became of it.
 */
export type SwitchOutcome = 'accepted' | 'verified' | 'unknown';

export interface SwitchRequest {
  readonly retrainJobId: string;
  readonly keyChoice?: KeyChoice;
  /** The new model, as the status of the retraining named it. */
  readonly modelId?: string;
  /** The prediction API that is switched, where it is known. */
  readonly classifierId?: string;
  /** Longest wait for it to run on the new model, in milliseconds. Needs a deploy key. 0 does not look. */
  readonly verifyTimeoutMs: number;
  readonly interval: PollInterval;
  /** What an earlier try is known to have done: asked, with no answer kept, or been accepted. */
  readonly earlier?: 'asked' | 'accepted';
  /** Told why it could not be seen whether it has arrived. */
  warn(message: string): void;
  /** Called as soon as the vendor has accepted it. */
  onAccepted?(): Promise<void>;
}

/**
 * Switches the published prediction API to the retrained model and looks whether it has arrived there. Asks for it once;
 * whether it was finished must have been read before.
 * @throws EngineError with code `job-failed` when the prediction API ended up failed
 */
export async function switchModel(
  client: PredictionOneClient,
  world: RepeatWorld,
  request: SwitchRequest,
): Promise<SwitchOutcome> {
  const { retrainJobId, keyChoice } = request;
  const { modelId, classifierId } = request;
  const canLook = client.keys.has('deploy') && (modelId ?? classifierId) !== undefined;
  const before = canLook ? await client.getClassifiers(world.signal).catch(() => []) : [];
  const arrived = arrival(request, before);

  const ask = () =>
    confirmed<true>(world, {
      doing: `switch the prediction API to the model of retraining ${retrainJobId}`,
      send: async () => {
        await client.switchModel({ retrainJobId, keyChoice }, world.signal);
        return true;
      },
      readBack: async () => {
        if (!canLook) return undefined;
        const states = (await client.getClassifiers(world.signal)).map(arrived);
        return states.some((state) => state === 'succeeded' || state === 'running') || undefined;
      },
      maxSends: 2,
      asked: request.earlier === 'asked',
      remedy: 'Look at the prediction API in the web app.',
    }).catch((error: unknown) => {
      if (isEngineError(error) && error.code === 'outcome-unknown') return false;
      throw error;
    });
  const sent = request.earlier === 'accepted' || (await ask());
  if (sent) await request.onAccepted?.();

  if (!canLook || request.verifyTimeoutMs === 0) return sent ? 'accepted' : 'unknown';
  const seen = await verify(client, world, request, arrived).catch((error: unknown) => {
    // The switch is done, whatever stands in the way of seeing it
    if (isCancelled(error) || (isEngineError(error) && error.code === 'job-failed')) throw error;
    const why = messageOf(error);
    request.warn(`Whether the switch has arrived could not be seen. ${why}`);
    return false;
  });
  return seen ? 'verified' : sent ? 'accepted' : 'unknown';
}

type Arrival = (classifier: Classifier) => JobState;

/** Tells of each prediction API whether it has come to the new model; `unknown` says that it is not the one meant. */
function arrival({ modelId, classifierId }: SwitchRequest, before: readonly Classifier[]): Arrival {
  return (classifier) => {
    const old = before.find((one) => one.classifierId === classifier.classifierId);
    const meant = classifierId === undefined || classifierId === classifier.classifierId;
    const fresh =
      modelId === undefined
        ? classifierId !== undefined && old !== undefined && old.modelId !== classifier.modelId
        : classifier.modelId === modelId;
    if (!meant) return 'unknown';
    const status = classifier.status.toLowerCase();
    if (status === 'failed' && (classifierId !== undefined || fresh)) return 'failed';
    if (fresh) return status === 'running' ? 'succeeded' : 'running';
    return classifierId !== undefined && status === 'updating' ? 'running' : 'unknown';
  };
}

async function verify(
  client: PredictionOneClient,
  { clock, signal, random }: RepeatWorld,
  { retrainJobId, verifyTimeoutMs, interval }: SwitchRequest,
  arrived: Arrival,
): Promise<boolean> {
  const job: Job<void> = {
    reference: { vendor, kind: 'switch', id: retrainJobId },
    async read(readSignal) {
      const views = (await client.getClassifiers(readSignal)).map((one) => ({
        rawStatus: one.status,
        state: arrived(one),
      }));
      const first = (state: JobState) => views.find((view) => view.state === state);
      return (
        first('succeeded') ??
        first('failed') ??
        first('running') ?? { state: 'waiting', rawStatus: 'not seen yet' }
      );
    },
  };
  const outcome = await pollUntilDone(job, {
    clock,
    signal,
    random,
    interval,
    timeoutMs: verifyTimeoutMs,
  });
  if (!outcome.ended) return false;
  if (outcome.snapshot.state === 'succeeded') return true;
  throw new EngineError({
    code: 'job-failed',
    message: `The switch to the model of retraining ${retrainJobId} was accepted, and then the prediction API came to the status "${outcome.snapshot.rawStatus}".`,
    remedy: 'Look at the prediction API in the web app: it may have to be published anew.',
  });
}
