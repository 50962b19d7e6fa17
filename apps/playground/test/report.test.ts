import { report, summaries, tally } from '../src/report.ts';

const good = { workflow: 'Retrain', passed: true, durationMs: 12_340, outcome: 'job 7 switched' };
const bad = {
  workflow: 'Score rows',
  passed: false,
  durationMs: 900,
  outcome: 'n8n says error\n  at Predict',
};

test('the table has a line for each example, its columns aligned', () => {
  expect(report([good, bad]).split('\n')).toEqual([
    'Workflow    Result  Duration  What came out',
    expect.stringMatching(/^-+ {2}-+ {2}-+ {2}-+$/),
    'Retrain     passed  12.3 s    job 7 switched',
    'Score rows  FAILED  0.9 s     n8n says error at Predict',
  ]);
});

test('the tally counts both kinds', () => {
  expect(tally([good, bad, good])).toBe('2 passed, 1 failed');
  expect(tally([])).toBe('0 passed, 0 failed');
});

test('only those that have a summary show one', () => {
  expect(summaries([good, bad])).toBe('');
  expect(summaries([{ ...good, summary: '### Done' }, bad])).toMatch(
    /^Step summary of "Retrain"[^]*\n\n### Done$/,
  );
});
