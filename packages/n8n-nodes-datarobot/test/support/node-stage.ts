import {
  logged,
  runNode,
  startBinaryData,
  storedFile,
  type Run,
  type Secrets,
} from '@modelferry/n8n-testkit/run';
import { presetCsv, startSandbox, type Sandbox, type SandboxDescription } from '@modelferry/sandbox';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { allSecrets, apiKey } from './sandbox-keys.ts';

/** The packed node on a sandbox of its own, for one file of tests. */
export interface NodeStage {
  readonly sandbox: Sandbox;
  readonly known: SandboxDescription['dataRobot'];
  /** ID of the first preset deployment. */
  readonly deploymentId: string;
  /** Runs the node; by default with an API key and one empty item. */
  run(parameters: IDataObject, more?: Partial<Run>): Promise<INodeExecutionData[]>;
  /** The JSON of its only item. */
  one(parameters: IDataObject, more?: Partial<Run>): Promise<IDataObject>;
  /** Requests so far, by the sandbox's name for their route. */
  calls(operation: string): ReturnType<Sandbox['requests']>;
}

/** Sets the stage for the tests of a file, and sees after each of them that no secret was seen and every fault has come. */
export function nodeStage(): NodeStage {
  let sandbox: Sandbox;
  let seen: unknown[] = [];
  const known = () => sandbox.describe().dataRobot;

  beforeAll(async () => {
    await startBinaryData();
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.close());
  beforeEach(async () => {
    seen = [];
    logged.length = 0;
    await sandbox.reset();
  });
  afterEach(() => {
    expect(sandbox.state().credentialLeaks).toBe(0);
    expect(sandbox.faults.unconsumed()).toEqual([]);
    const all = JSON.stringify([seen, logged, sandbox.requests()]);
    for (const secret of allSecrets(known())) expect(all).not.toContain(secret);
  });

  const run = async (parameters: IDataObject, more: Partial<Run> = {}) => {
    const secrets: Secrets = apiKey(known());
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
    get deploymentId() {
      return known().deployments[0]?.id ?? '';
    },
    run,
    one: async (...given) => (await run(...given))[0]?.json ?? {},
    calls: (operation) => sandbox.requests().filter((request) => request.operation === operation),
  };
}

/** Chosen by its ID, as n8n's editor says it. */
export const byId = (value: unknown): IDataObject => ({ __rl: true, mode: 'id', value }) as IDataObject;

const [header = '', ...lines] = presetCsv('cars.json').trimEnd().split('\r\n');

/** An item with a CSV of cars in its binary field, as an earlier node leaves it. */
export async function carsItem(rows: number): Promise<INodeExecutionData> {
  const wanted = Array.from({ length: rows }, (_, at) => lines[at % lines.length] ?? '');
  const text = `${[header, ...wanted].join('\r\n')}\r\n`;
  return { json: {}, binary: { data: await storedFile(text, '車両.csv') } };
}
