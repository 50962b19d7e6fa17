import { predictionOne } from '@modelferry/prediction-one';
import { NodeHelpers, type IDataObject, type INode, type INodeProperties } from 'n8n-workflow';
import { packedNode } from './support/packed.ts';

const type = packedNode();
const { description, methods } = type;
const operations = predictionOne.operations.map(({ resource, name }) => [resource, name] as const);

/** The parameters as n8n fills them in, hidden ones stripped. */
function filled(parameters: IDataObject): IDataObject {
  const node = { typeVersion: 1, parameters } as unknown as INode;
  return (NodeHelpers.getNodeParameters(
    description.properties,
    node.parameters,
    true,
    false,
    node,
    description,
  ) ?? {}) as IDataObject;
}

/** The credentials that the editor asks for; all of them are required. */
function askedFor(parameters: IDataObject): string[] {
  const all = filled(parameters) as INode['parameters'];
  const node = { typeVersion: 1, parameters: all } as unknown as INode;
  return (description.credentials ?? [])
    .filter((one) => NodeHelpers.displayParameter(all, one, node, description))
    .map(({ name }) => name.replace(/^predictionOne/, ''));
}

/** Every property, those inside collections too. */
const everyProperty = (among: readonly INodeProperties[]): INodeProperties[] =>
  among.flatMap((one) => [
    one,
    ...(one.type === 'collection' ? everyProperty((one.options ?? []) as INodeProperties[]) : []),
  ]);

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
  test.each(operations)('%s %s shows a place for every input', (resource, operation) => {
    const shown = filled({ resource, operation });
    expect(shown).toMatchObject({ resource, operation });
    const { inputFields = [] } =
      predictionOne.operations.find((one) => one.resource === resource && one.name === operation) ?? {};
    expect('options' in shown).toBe(inputFields.some(({ advanced }) => advanced));
  });
  test('Predict names the prediction API by its keys', () => {
    const predict = { resource: 'prediction', operation: 'predict' };
    expect(filled(predict)).not.toHaveProperty('classifierId');
    expect(filled({ ...predict, predictionKeys: 'managementKey' })).toHaveProperty('classifierId');
    expect(everyProperty(description.properties).map(({ name }) => name)).not.toContain('scoringUrl');
  });
  test('every list it offers can be filled', () => {
    const wanted = everyProperty(description.properties).flatMap(({ modes = [], typeOptions }) => [
      ...modes.flatMap((mode) => mode.typeOptions?.searchListMethod ?? []),
      typeOptions?.resourceMapper?.resourceMapperMethod ?? [],
    ]);
    const had = [...Object.keys(methods?.listSearch ?? {}), ...Object.keys(methods?.resourceMapping ?? {})];
    const offered = ['searchModels', 'searchClassifiers', 'searchDataSets', 'getTrainingColumns'];
    expect([...new Set(wanted.flat())].sort()).toEqual([...offered].sort());
    expect(had.sort()).toEqual([...offered].sort());
  });
  test('no parameter asks for a secret', () => {
    for (const { name, typeOptions } of everyProperty(description.properties)) {
      expect(name).not.toMatch(/secret|password|token|apiKey/i);
      expect(typeOptions?.password).toBeUndefined();
    }
  });
  test('a file is taken from any binary field or URL', () => {
    const shown = filled({ resource: 'model', operation: 'retrain' });
    expect(shown).toMatchObject({ trainingDataFrom: 'binary', trainingDataBinaryField: 'data' });
    expect(filled({ resource: 'model', operation: 'retrain', trainingDataFrom: 'url' })).toMatchObject({
      trainingDataUrl: '',
    });
  });
});
