import { abeja, createModel } from '@modelferry/abeja';
import { predictionOne, retrain } from '@modelferry/prediction-one';
import { actionFace, type StepOperation } from '../../src/face/index.ts';
import { resultFacts, resultFiles, resultOutputs } from '../../src/outcome/result-outputs.ts';

const face = actionFace(predictionOne, [], retrain as unknown as StepOperation);
const resultFile = { name: 'r.zip', contentType: 'application/zip', bytes: 2_000, location: '/temp/r.zip' };
const result = {
  retrainJobId: '42',
  status: 'job_finished',
  finished: true,
  pending: false,
  modelId: undefined,
  resultFile,
  resumeToken: 'eyJ2',
};

test('outputs are text, by the names of the workflow file, and a file is its path', () => {
  expect(resultOutputs(face, result)).toEqual({
    'job-id': '42',
    status: 'job_finished',
    finished: 'true',
    pending: 'false',
    'result-path': '/temp/r.zip',
    'resume-token': 'eyJ2',
  });
});

test('facts are for readers: no flags, no tokens, files with their size', () => {
  expect(resultFacts(face, result, '/temp')).toEqual([
    { title: 'Retrain job ID', value: '42', exact: true },
    { title: 'Status', value: 'job_finished', exact: true },
    { title: 'Result file', value: 'r.zip', exact: true, note: '2.0 kB' },
  ]);
});

test('finds the files', () => {
  expect(resultFiles(face, result)).toEqual([resultFile]);
  expect(resultFiles(face, { ...result, resultFile: undefined })).toEqual([]);
});

describe('figures', () => {
  const models = actionFace(abeja, [], createModel as unknown as StepOperation);
  const shown = (metrics: object) => resultOutputs(models, { metrics })['metrics'] ?? '';

  test('are a line of JSON', () => expect(shown({ acc: 0.9, loss: 'NaN' })).toBe('{"acc":0.9,"loss":"NaN"}'));

  test('are as many as fit, so that they are JSON in any case', () => {
    const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`metric ${at}`, at]));
    const text = shown({ [`long ${'o'.repeat(300)}`]: 1, ...many });
    expect(text.length).toBeLessThan(16_000);
    expect(Object.keys(JSON.parse(text))).toEqual(Array.from({ length: 60 }, (_, at) => `metric ${at}`));
  });

  test('say in the face what they are', () =>
    expect(models.outputs.find(({ name }) => name === 'metrics')?.description).toMatch(/, as JSON$/));
});
