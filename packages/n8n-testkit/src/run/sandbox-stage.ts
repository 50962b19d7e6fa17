import { hinted, logged, runNode, startBinaryData, type Run } from './run-node.ts';
import type { Secrets } from './workbench.ts';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

/** What a stage needs of the sandbox, which stands on a floor of its own. */
export interface StagedSandbox {
  readonly state: () => { readonly credentialLeaks: number };
  readonly requests: () => readonly { readonly operation: string }[];
  readonly faults: { readonly unconsumed: () => readonly unknown[] };
  readonly reset: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** What is particular to a node's stage. */
export interface StageSetup<Sandbox, Known> {
  start(): Promise<Sandbox>;
  /** What is known of the vendor. */
  knownOf(sandbox: Sandbox): Known;
  /** The credentials that the node has where a test says nothing else. */
  secretsOf(known: Known): Secrets;
  /** Everything that must never be seen. */
  hiddenOf(known: Known): readonly string[];
}

/** The packed node on a sandbox of its own, for one file of tests. */
export interface SandboxStage<Sandbox extends StagedSandbox, Known> {
  readonly sandbox: Sandbox;
  readonly known: Known;
  /** Runs the node; by default with a credential that is good and one empty item. */
  run(parameters: IDataObject, more?: Partial<Run>): Promise<INodeExecutionData[]>;
  /** The JSON of its only item. */
  one(parameters: IDataObject, more?: Partial<Run>): Promise<IDataObject>;
  /** Requests so far, by the sandbox's name for their route. */
  calls(operation: string): ReturnType<Sandbox['requests']>[number][];
}

/** Sets the stage for the tests of a file, and sees after each of them that no secret was seen and every fault has come. */
export function sandboxStage<Sandbox extends StagedSandbox, Known>(
  setup: StageSetup<Sandbox, Known>,
): SandboxStage<Sandbox, Known> {
  let sandbox: Sandbox;
  let seen: unknown[] = [];
  const known = () => setup.knownOf(sandbox);

  beforeAll(async () => {
    await startBinaryData();
    sandbox = await setup.start();
  });
  afterAll(() => sandbox.close());
  beforeEach(async () => {
    seen = [];
    logged.length = hinted.length = 0;
    await sandbox.reset();
  });
  afterEach(() => {
    expect(sandbox.state().credentialLeaks).toBe(0);
    expect(sandbox.faults.unconsumed()).toEqual([]);
    const all = JSON.stringify([seen, logged, hinted, sandbox.requests()]);
    for (const secret of setup.hiddenOf(known())) expect(all).not.toContain(secret);
  });

  const run = async (parameters: IDataObject, more: Partial<Run> = {}) => {
    const secrets = setup.secretsOf(known());
    const items = await runNode({ secrets, parameters, ...more }).catch((error: Error) => {
      seen.push({ ...error, message: error.message, stack: error.stack });
      throw error;
    });
    seen.push(items);
    return items;
  };
  return {
    get sandbox() {
      return sandbox;
    },
    get known() {
      return known();
    },
    run,
    one: async (...given) => (await run(...given))[0]?.json ?? {},
    calls: (operation) =>
      (sandbox.requests() as ReturnType<Sandbox['requests']>[number][]).filter(
        (request) => request.operation === operation,
      ),
  };
}

/** Chosen by its ID, as n8n's editor says it. */
export const byId = (value: unknown): IDataObject => ({ __rl: true, mode: 'id', value }) as IDataObject;
