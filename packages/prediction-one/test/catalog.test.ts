import { catalogWordsContract } from '@modelferry/testkit';
import { predictionOne } from '../src/index.ts';

const operations = predictionOne.operations.map((operation) => ({
  name: `${operation.resource}.${operation.name}`,
  operation,
}));

test('has every operation that the vendor allows', () => {
  expect(operations.map(({ name }) => name)).toEqual([
    'model.retrain',
    'model.getRetraining',
    'model.waitForRetraining',
    'model.downloadResult',
    'model.switch',
    'model.train',
    'model.getMany',
    'model.delete',
    'dataSet.getMany',
    'dataSet.getColumns',
    'dataSet.delete',
    'predictionApi.create',
    'predictionApi.getMany',
    'predictionApi.update',
    'predictionApi.delete',
    'prediction.predict',
  ]);
});

catalogWordsContract(predictionOne.operations);

test('every operation that starts something can be waited for or not', () => {
  const starts = operations.filter(({ name }) =>
    ['model.retrain', 'model.train', 'predictionApi.create', 'predictionApi.update'].includes(name),
  );
  expect(starts).toHaveLength(4);
  for (const { operation } of starts) {
    const field = (name: string) => operation.inputFields.find((one) => one.name === name);
    expect(field('waitForCompletion')).toMatchObject({ kind: 'flag', default: true });
    expect(field('pollIntervalMs')).toMatchObject({ kind: 'duration', minMs: 5_000, default: 30_000 });
    expect(field('timeoutMs')).toMatchObject({ kind: 'duration', default: 10_800_000 });
  }
});
