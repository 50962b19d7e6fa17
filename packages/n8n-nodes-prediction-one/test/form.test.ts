import {
  askedCredentials,
  everyProperty,
  filledParameters,
  formContract,
  packedNode,
} from '@modelferry/n8n-testkit';
import { predictionOne } from '@modelferry/prediction-one';
import type { IDataObject } from 'n8n-workflow';

const { description } = packedNode();
const operations = predictionOne.operations.map(({ resource, name }) => [resource, name] as const);
/** The credentials that the editor asks for; all of them are required. */
const askedFor = (parameters: IDataObject): string[] =>
  askedCredentials(parameters).map((name) => name.replace(/^predictionOne/, ''));

describe('credentials that are asked for', () => {
  const retraining = ['retrain', 'getRetraining', 'waitForRetraining', 'downloadResult', 'switch'];
  test.each(operations)('%s %s', (resource, operation) => {
    const expected =
      resource === 'prediction'
        ? ['PredictionApi']
        : resource === 'model' && retraining.includes(operation)
          ? ['RetrainApi']
          : ['ManagementApi'];
    expect(askedFor({ resource, operation })).toEqual(expected);
  });
  test.each([
    [{ resource: 'model', operation: 'retrain', retrainKeys: 'managementKey' }, ['ManagementApi']],
    [{ resource: 'model', operation: 'switch', retrainKeys: 'bothKeys' }, ['ManagementApi', 'RetrainApi']],
    [{ resource: 'prediction', operation: 'predict', predictionKeys: 'managementKey' }, ['ManagementApi']],
  ])('%j', (parameters, expected) => {
    expect(askedFor(parameters)).toEqual(expected);
  });
  test('what was chosen for another operation does not count', () => {
    const left = { retrainKeys: 'retrainKey', predictionKeys: 'predictionKey' };
    expect(askedFor({ resource: 'model', operation: 'getMany', ...left })).toEqual(['ManagementApi']);
  });
  test('the operations that are said to retrain are all there', () => {
    const { displayOptions } = description.properties.find(({ name }) => name === 'retrainKeys') ?? {};
    const known = operations.filter(([resource]) => resource === 'model').map(([, name]) => name);
    expect(known).toEqual(expect.arrayContaining(displayOptions?.show?.['operation'] as string[]));
    expect(displayOptions?.show?.['operation']).toEqual(retraining);
  });
});

describe('the form', () => {
  formContract(predictionOne);
  test('Predict names the prediction API by its keys', () => {
    const predict = { resource: 'prediction', operation: 'predict' };
    expect(filledParameters(predict)).not.toHaveProperty('classifierId');
    expect(filledParameters({ ...predict, predictionKeys: 'managementKey' })).toHaveProperty('classifierId');
    expect(everyProperty(description.properties).map(({ name }) => name)).not.toContain('scoringUrl');
  });
  test('a file is taken from any binary field or URL', () => {
    const shown = filledParameters({ resource: 'model', operation: 'retrain' });
    expect(shown).toMatchObject({ trainingDataFrom: 'binary', trainingDataBinaryField: 'data' });
    expect(
      filledParameters({ resource: 'model', operation: 'retrain', trainingDataFrom: 'url' }),
    ).toMatchObject({
      trainingDataUrl: '',
    });
  });
});
