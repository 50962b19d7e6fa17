import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { pollBench, type PollBench, type PollSetup } from './poll-bench.ts';
import type { Secrets } from './workbench.ts';

/** A trigger node that tells of jobs which have ended, and the vendor's side of it. */
export interface TriggerNodeOnTrial {
  readonly node: string;
  /** Such that every ending is told. */
  readonly parameters: IDataObject;
  /** Such that only those are told that are as they should be. */
  readonly narrower: IDataObject;
  /** @param isWrong with a key that the vendor does not know, and that begins with `wrong-key` */
  secrets(isWrong?: boolean): Secrets;
  /** Starts a job that goes on until {@link finish} is called, and returns its ID. */
  start(): Promise<string>;
  /** Lets jobs end as they should. */
  finish(...jobIds: readonly string[]): Promise<void>;
  eventIdOf(jobId: string): string;
  /** Lets the next poll fail, late. */
  spoilPoll(): void;
  /** What is said of that. */
  readonly spoilt: RegExp;
  /** Lets the next answer take a second. */
  slowDown(): void;
}

/** A trigger node, polled as n8n does. */
export interface TriggerNodeStage {
  /** Polled once before anything happens, as n8n does when a workflow is activated. */
  active(parameters?: IDataObject): Promise<PollBench>;
  bench(parameters?: IDataObject, more?: Pick<PollSetup, 'saved' | 'budgetMs'>): PollBench;
}

export const eventIds = (items: readonly INodeExecutionData[] | null) =>
  items?.map(({ json }) => json['eventId']);

export function triggerNodeStage(trial: TriggerNodeOnTrial): TriggerNodeStage {
  const bench: TriggerNodeStage['bench'] = (parameters = trial.parameters, more = {}) =>
    pollBench({ node: trial.node, parameters, secrets: trial.secrets(), ...more });
  return {
    bench,
    async active(parameters) {
      const made = bench(parameters);
      expect(await made.poll()).toBeNull();
      return made;
    },
  };
}

/**
 * What holds of every trigger node: it tells each ending, and nothing twice as long as n8n keeps what it remembers. Call it
 * in a test file: it declares the tests.
 */
export function triggerNodeContract(trial: TriggerNodeOnTrial): void {
  const { start, finish, eventIdOf } = trial;
  const { active, bench } = triggerNodeStage(trial);
  const finished = async (): Promise<string> => {
    const jobId = await start();
    await finish(jobId);
    return jobId;
  };

  test('an ending is told once, though the job was started long before', async () => {
    const early = await start();
    const trigger = await active();
    const late = await start();
    await finish(early, late);
    expect(eventIds(await trigger.poll())).toEqual([early, late].map(eventIdOf));
    expect(await trigger.poll()).toBeNull();
  });

  test('an ending before the workflow was activated is not told', async () => {
    await finished();
    const trigger = await active();
    expect(await trigger.poll()).toBeNull();
  });

  test('a crash before n8n has saved it: the same is told again, under the same ID', async () => {
    const trigger = await active();
    const saved = trigger.saved();
    const jobId = await finished();
    expect(eventIds(await trigger.poll())).toEqual([eventIdOf(jobId)]);
    const restarted = bench(undefined, { saved });
    expect(eventIds(await restarted.poll())).toEqual([eventIdOf(jobId)]);
    expect(await restarted.poll()).toBeNull();
  });

  test('two polls at once may both tell it, and none does afterwards', async () => {
    const open = await start();
    const trigger = await active();
    const jobId = await start();
    await finish(open, jobId);
    const [one, two] = await Promise.all([trigger.poll(), trigger.poll()]);
    const told = new Set([...(eventIds(one) ?? []), ...(eventIds(two) ?? [])]);
    expect(told).toEqual(new Set([open, jobId].map(eventIdOf)));
    expect(await trigger.poll()).toBeNull();
  });

  test('a poll that fails moves nothing', async () => {
    const trigger = await active();
    const jobId = await finished();
    const before = trigger.saved();
    trial.spoilPoll();
    await expect(trigger.poll()).rejects.toMatchObject({
      name: 'NodeApiError',
      message: expect.stringMatching(trial.spoilt) as string,
    });
    expect(trigger.saved()).toEqual(before);
    expect(eventIds(await trigger.poll())).toEqual([eventIdOf(jobId)]);
  });

  test('other inputs begin anew', async () => {
    const trigger = await active();
    await finished();
    const changed = bench(trial.narrower, { saved: trigger.saved() });
    expect(await changed.poll()).toBeNull();
    const jobId = await finished();
    expect(eventIds(await changed.poll())).toEqual([eventIdOf(jobId)]);
  });

  test('a poll that takes longer than n8n allows ends, and moves nothing', async () => {
    const trigger = bench(undefined, { budgetMs: 200 });
    trial.slowDown();
    await expect(trigger.poll()).rejects.toThrow('The poll did not end within');
    expect(trigger.saved()).toEqual({});
  });

  test('in the editor, the latest ending is shown, and nothing is remembered', async () => {
    await finished();
    const last = await finished();
    const trigger = bench();
    expect(eventIds(await trigger.poll('manual'))).toEqual([eventIdOf(last)]);
    expect(trigger.saved()).toEqual({});
  });

  test('in the editor, a key that is refused is told, and shown nowhere', async () => {
    const { node, parameters } = trial;
    const trigger = pollBench({ node, parameters, secrets: trial.secrets(true) });
    const failure = await trigger.poll().catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'NodeApiError', httpCode: '401' });
    expect(JSON.stringify(failure)).not.toContain('wrong-key');
  });
}
