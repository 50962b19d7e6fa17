import { sandboxStage, storedFile, type Run, type Secrets } from '@modelferry/n8n-testkit/run';
import { presetCsv, startSandbox } from '@modelferry/sandbox';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { allKeys, retrainKey, secretKey } from './sandbox-keys.ts';

/** The packed node on a sandbox of its own, for one file of tests. Every run says which credentials it has. */
export function nodeStage() {
  const stage = sandboxStage({
    start: () => startSandbox(),
    knownOf: (sandbox) => sandbox.describe().predictionOne.japan,
    secretsOf: secretKey,
    hiddenOf: (region) => [...allKeys(region), 'X-Sandbox-Signature='],
  });
  let ticking: NodeJS.Timeout;
  beforeAll(() => {
    // Jobs end by the time they are first looked at
    ticking = setInterval(() => stage.sandbox.clock.step(3), 20);
  });
  afterAll(() => clearInterval(ticking));

  const region = () => stage.known;
  const cars = () => {
    const found = region().published.find(({ name }) => name === 'cars-fuel');
    if (!found) throw new Error('The sandbox has no cars');
    return found;
  };
  return {
    get sandbox() {
      return stage.sandbox;
    },
    region,
    cars,
    /** The keys of one model, and the Secret Key. */
    both: (): Secrets => ({ ...retrainKey(region(), cars()), ...secretKey(region()) }),
    run: (secrets: Secrets, parameters: IDataObject, more: Partial<Run> = {}) =>
      stage.run(parameters, { secrets, ...more }),
    /** The JSON of the only item. */
    one: (secrets: Secrets, parameters: IDataObject, more: Partial<Run> = {}) =>
      stage.one(parameters, { secrets, ...more }),
    /** Time stands still from now on. */
    halt: () => clearInterval(ticking),
  };
}

/** An item with a table in its binary field. */
export const training = async (file = 'cars.json'): Promise<INodeExecutionData[]> => [
  { json: {}, binary: { data: await storedFile(presetCsv(file), '車両データ.csv') } },
];

/** Parameters of Retrain with the table of `training`. */
export const retrain = {
  resource: 'model',
  operation: 'retrain',
  trainingDataFrom: 'binary',
  trainingDataBinaryField: 'data',
};

export const quickly = { pollIntervalSeconds: 5 };
