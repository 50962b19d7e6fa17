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
