import { catalogWordsContract, stepsOf } from '@modelferry/testkit';
import { dataRobot } from '../src/index.ts';

const operations = dataRobot.operations.map((operation) => ({
  name: `${operation.resource}.${operation.name}`,
  operation,
}));

test('has the operations on batch predictions, and a way to end their jobs', () => {
  expect(stepsOf(dataRobot.operations, 'batchPrediction')).toEqual([
    ['score', 'batch-predict', true],
    ['create', undefined, false],
    ['uploadData', undefined, true],
    ['finalize', undefined, true],
    ['wait', 'wait', true],
    ['downloadResult', undefined, false],
    ['get', undefined, false],
    ['getMany', undefined, false],
    ['abort', undefined, false],
    ['rerun', undefined, false],
  ]);
  expect(Object.keys(dataRobot.cancels ?? {})).toContain('batch-prediction');
});

test('has the operations on datasets and deployments', () => {
  expect(stepsOf(dataRobot.operations, 'dataset')).toEqual([
    ['upload', 'upload-dataset', false],
    ['uploadVersion', 'upload-dataset-version', false],
    ['get', undefined, false],
    ['getMany', undefined, false],
    ['delete', undefined, false],
  ]);
  expect(stepsOf(dataRobot.operations, 'deployment')).toEqual([
    ['get', undefined, false],
    ['getMany', undefined, false],
    ['getFeatures', undefined, false],
    ['validateModel', undefined, false],
    ['replaceModel', 'replace-model', false],
  ]);
});

catalogWordsContract(dataRobot.operations);

test('waits for 5 hours at most, and looks every 15 s in the end', () => {
  const waiting = ['batchPrediction.score', 'batchPrediction.wait'];
  for (const { operation } of operations.filter(({ name }) => waiting.includes(name))) {
    const field = (name: string) => operation.inputFields.find((one) => one.name === name);
    expect(field('timeoutMs')).toMatchObject({ kind: 'duration', minMs: 1_000, default: 18_000_000 });
    expect(field('pollIntervalMs')).toMatchObject({ kind: 'duration', minMs: 1_000, default: 15_000 });
    expect(field('downloadResult')).toMatchObject({ kind: 'flag', default: true });
  }
});
