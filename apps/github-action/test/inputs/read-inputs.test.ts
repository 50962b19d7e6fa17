import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isInputError, type InputFault } from '@modelferry/http';
import { collectBytes } from '@modelferry/testkit';
import type { Source } from '@modelferry/upload';
import { actionFace, stepsOf, type ActionFace, type StepOperation } from '../../src/face/index.ts';
import { readInputs, type GivenInputs } from '../../src/inputs/read-inputs.ts';
import { vendors } from '../../src/vendors/index.ts';

let workspace: string;

beforeAll(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'modelferry-inputs-'));
  await mkdir(join(workspace, 'data'));
  await writeFile(join(workspace, 'data', 'train.csv'), 'a,b\n1,2\n');
  await writeFile(join(workspace, 'data', 'more [1].csv'), 'a,b\n3,4\n');
});

afterAll(() => rm(workspace, { recursive: true }));

async function actionOf(name: string): Promise<{ face: ActionFace; operation: StepOperation }> {
  const [vendorName, step] = name.split('/');
  const vendor = vendors.find((one) => one.name === vendorName);
  const { catalog } = (await vendor?.load()) ?? {};
  const operation = catalog && stepsOf(catalog).find(({ ciStep }) => ciStep === step);
  if (!vendor || !catalog || !operation) throw new Error(`There is no action ${name}.`);
  return { face: actionFace(catalog, vendor.credentials, operation), operation };
}

async function read(name: string, given: Readonly<Record<string, string>>): Promise<GivenInputs> {
  const env = Object.fromEntries(
    Object.entries(given).map(([input, text]) => [`INPUT_${input.toUpperCase()}`, text]),
  );
  const { signal } = new AbortController();
  return readInputs({ ...(await actionOf(name)), env, workspace, signal });
}

async function faultsOf(
  name: string,
  given: Readonly<Record<string, string>>,
): Promise<readonly InputFault[]> {
  const error: unknown = await read(name, given).catch((thrown: unknown) => thrown);
  if (!isInputError(error)) throw new Error(`No fault was found: ${JSON.stringify(error)}`);
  return error.faults;
}

const train = {
  'organization-id': '12',
  'bearer-token': 'token-of-a-job',
  definition: 'churn',
  handler: 'train:handler',
  image: 'abeja-inc/all-cpu:19.10',
};
const retrain = { 'retrain-key': 'key-of-a-model', 'training-data': 'data/train.csv' };

describe('readInputs', () => {
  test('reads text into the types of the operation, and leaves defaults to it', async () => {
    const { raw, credentials, host, noFiles } = await read('prediction-one/retrain', {
      ...retrain,
      wait: 'TRUE',
      timeout: '90m',
      'failure-words': 'failed\n\n  gone wrong, badly\n',
      'model-id': ' ',
    });
    expect(raw).toEqual({
      trainingData: expect.objectContaining({ name: 'train.csv', length: 8 }),
      waitForCompletion: true,
      timeoutMs: 5_400_000,
      failureWords: ['failed', 'gone wrong, badly'],
    });
    expect(credentials).toEqual({ 'retrain-key': 'key-of-a-model', region: 'japan' });
    expect(host).toEqual({ ifNoFilesFound: 'error', onTimeout: 'detach', onCancel: 'detach' });
    expect(noFiles).toEqual([]);
  });

  test.each(['data/train.*', 'data/more [1].csv', '**/tr*.csv'])('finds one file by %s', async (pattern) => {
    const { raw } = await read('prediction-one/retrain', { ...retrain, 'training-data': pattern });
    expect(raw['trainingData']).toMatchObject({ length: 8 });
  });

  test('names every fault at once, in the words of the workflow file', async () => {
    const faults = await faultsOf('prediction-one/retrain', {
      'retrain-key': 'key',
      'training-data': 'data/*.csv',
      'evaluation-data': 'data',
      wait: 'no',
      'switch-model': 'true',
      timeout: '1s',
      region: 'mars',
      'on-cancel': 'abort',
      'if-no-files-found': 'shrug',
    });
    expect(faults.map(({ field }) => field).sort()).toEqual(
      [
        ...['evaluation-data', 'if-no-files-found', 'on-cancel', 'region', 'retrain-key'],
        ...['switch-model', 'timeout', 'training-data'],
      ].sort(),
    );
    const problemOf = (field: string) => faults.find((fault) => fault.field === field)?.problem;
    expect(problemOf('training-data')).toContain('matches 2 files (data/more [1].csv, data/train.csv)');
    expect(problemOf('evaluation-data')).toBe('"data" is a folder');
    expect(problemOf('on-cancel')).toContain('can only be detach');
    expect(problemOf('timeout')).toContain('between 5 s and 7 d');
  });

  test('names a missing key and a missing file, and says what to do', async () => {
    const faults = await faultsOf('datarobot/batch-predict', { 'deployment-id': 'd1', file: 'no/such.csv' });
    expect(faults).toEqual([
      expect.objectContaining({ field: 'api-token', problem: 'is required' }),
      expect.objectContaining({ field: 'file', problem: '"no/such.csv" matches no file' }),
    ]);
    for (const { remedy } of faults) expect(remedy).toBeTruthy();
  });

  test('says so where a folder would do, too', async () => {
    const [problem] = (await faultsOf('abeja/train', { source: './none' }))
      .filter(({ field }) => field === 'source')
      .map((fault) => fault.problem);
    expect(problem).toBe('"./none" matches no file or folder');
  });

  test.each(['app.datarobot.com', 'https://user:pass@example.com', 'https://example.com/api?key=1'])(
    'refuses %s as the URL of an API, together with other faults',
    async (endpoint) => {
      const faults = await faultsOf('datarobot/batch-predict', { endpoint, 'result-file-name': 'a/b.csv' });
      expect(faults.map(({ field }) => field).sort()).toEqual([
        ...['api-token', 'deployment-id', 'endpoint', 'file', 'result-file-name'],
      ]);
      const { remedy } = faults.find(({ field }) => field === 'endpoint') ?? {};
      expect(remedy).toBe('Give, e.g., https://app.eu.datarobot.com/api/v2.');
    },
  );

  test('never repeats what was given as a key', async () => {
    const faults = await faultsOf('datarobot/batch-predict', { 'api-token': 'abc', file: 'data/train.csv' });
    expect(JSON.stringify(faults)).not.toContain('abc');
  });

  test('packs a folder where one may stand for a file, without what its ignore files leave out', async () => {
    await mkdir(join(workspace, 'training'));
    await writeFile(join(workspace, 'training', 'train.py'), 'print(1)\n');
    await writeFile(join(workspace, 'training', 'notes.md'), 'ours\n');
    await writeFile(join(workspace, 'training', '.abejaignore'), '*.md\n');
    const { raw } = await read('abeja/train', { ...train, source: './training' });
    const source = raw['source'] as Source;
    expect(source).toMatchObject({ name: 'training.zip', contentType: 'application/zip' });
    const bytes = Buffer.from(await collectBytes(source.open())).toString('latin1');
    expect([bytes.includes('train.py'), bytes.includes('notes.md')]).toEqual([true, false]);
  });

  test('says what is wrong with a folder before anything is packed', async () => {
    await mkdir(join(workspace, 'leaky'));
    await symlink('/etc/hostname', join(workspace, 'leaky', 'host'));
    await mkdir(join(workspace, 'bare'));
    const faultOf = async (source: string) => faultsOf('abeja/train', { ...train, source });
    expect(await faultOf('leaky')).toEqual([
      {
        field: 'source',
        problem: expect.stringMatching(/link host leads out of it/),
        remedy: expect.any(String),
      },
    ]);
    expect(await faultOf('bare')).toEqual([
      { field: 'source', problem: expect.stringMatching(/no file in it/), remedy: expect.any(String) },
    ]);
  });

  test.each(['warn', 'ignore'] as const)(
    'with %s, missing files are no fault, other faults are',
    async (word) => {
      const given = { ...retrain, 'training-data': 'none/*.csv', 'if-no-files-found': word };
      const { noFiles } = await read('prediction-one/retrain', given);
      expect(noFiles).toEqual([{ input: 'training-data', pattern: 'none/*.csv' }]);
      expect(await faultsOf('prediction-one/retrain', { ...given, timeout: 'soon' })).toEqual([
        expect.objectContaining({ field: 'timeout' }),
      ]);
    },
  );

  test('reads the rows of a table, and says what is wrong with one', async () => {
    const predict = { 'prediction-key': 'a-key', 'scoring-url': 'https://example.com/inference' };
    const { raw } = await read('prediction-one/predict', { ...predict, file: 'data/train.csv' });
    expect(raw['rows']).toEqual([{ a: '1', b: '2' }]);
    await writeFile(join(workspace, 'header-only.csv'), 'a,b\n');
    expect(await faultsOf('prediction-one/predict', { ...predict, file: 'header-only.csv' })).toEqual([
      expect.objectContaining({ field: 'file', problem: expect.stringContaining('has no rows') as string }),
    ]);
  });
});
