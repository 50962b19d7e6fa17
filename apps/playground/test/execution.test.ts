import { stringify } from 'flatted';
import { executionFrom } from '../src/n8n/execution.ts';

const raw = (status: string, resultData?: object) => ({ id: 7, status, data: stringify({ resultData }) });

test('the items of the latest run are given, of all outputs', () => {
  const execution = executionFrom(
    raw('success', {
      runData: {
        If: [
          { data: { main: [[{ json: { round: 1 } }], []] } },
          { data: { main: [null, [{ json: { round: 2 } }]] } },
        ],
      },
    }),
  );
  expect(execution.items('If')).toEqual([{ json: { round: 2 } }]);
  expect(execution.runs('If')).toBe(2);
  expect(execution.items('Elsewhere')).toEqual([]);
});

test('a failure names the node, what happened and what to do', () => {
  const error = { message: 'No such model', description: 'Check the ID.', node: { name: 'Predict' } };
  expect(executionFrom(raw('error', { error, lastNodeExecuted: 'Predict' })).failure).toBe(
    'Predict: No such model: Check the ID.',
  );
});

test('a form that the execution waits at is found', () => {
  const resumeFormUrl = 'http://127.0.0.1:5678/form-waiting/7?signature=s';
  const runData = { Approve: [{ metadata: { resumeFormUrl } }] };
  expect(executionFrom(raw('waiting', { runData, lastNodeExecuted: 'Approve' })).formUrl).toBe(resumeFormUrl);
});

test.each([undefined, stringify(undefined)])('an execution that has just begun has data %p', (data) => {
  const execution = executionFrom({ id: '7', status: 'new', data });
  expect(execution).toMatchObject({
    id: '7',
    status: 'new',
    failure: undefined,
    formUrl: undefined,
    customData: {},
  });
});
