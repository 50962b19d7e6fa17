import { expand, expandValue, holds } from '../src/workflow/expand.ts';
import type { JobStatus, Scope } from '../src/workflow/scope.ts';

const scope = (status: JobStatus = 'success'): Scope => ({
  status,
  workspace: '',
  contexts: {
    github: { ref: 'refs/heads/main' },
    vars: { count: '3' },
    steps: { train: { outputs: { 'job-id': 'j1', rows: '10' }, outcome: 'failure', conclusion: 'success' } },
    matrix: { region: 'eu', list: [1, 2] },
  },
});

test.each([
  ['plain', 'plain'],
  ['${{ steps.train.outputs.job-id }}!', 'j1!'],
  ["a ${{ github.ref == 'refs/heads/main' && 'yes' || 'no' }} b ${{ vars.count }}", 'a yes b 3'],
  ["${{ '}}' }}", '}}'],
  ["${{ 'it''s' }}", "it's"],
  ["${{ format('{0}-{1}', matrix.region, 1) }}", 'eu-1'],
  ['${{ toJSON(matrix.list) }}', '[\n  1,\n  2\n]'],
  ['${{ secrets.NONE }}${{ steps.none.outputs.x }}${{ env.NONE }}', ''],
  ['${{ contains(matrix.list, 2) }}', 'true'],
  ['${{ fromJSON(\'{"a":{"b":7}}\').a.b }}', '7'],
  ['$' + '{{ unfinished', '${{ unfinished'],
])('%j is %j', (text, value) => {
  expect(expand(text, scope())).toBe(value);
});

test('A text that is one expression keeps its type, in any depth', () => {
  const value = { a: ['${{ matrix.list }}', '${{ 1 == 1 }}', 'x${{ 1 }}'], b: 2, c: null, d: true };
  expect(expandValue(value, scope())).toEqual({ a: [[1, 2], true, 'x1'], b: 2, c: null, d: true });
});

test('An expression that is not well formed is named', () => {
  expect(() => expand('${{ steps. }}', scope())).toThrow('While evaluating ${{ steps. }}');
  expect(() => expand('${{ nowhere.x }}', scope())).toThrow('nowhere');
});

const all: readonly JobStatus[] = ['success', 'failure', 'cancelled', 'skipped'];
test.each([
  [undefined, ['success']],
  ['', ['success']],
  ['always()', all],
  ['${{ always() }}', all],
  ['failure()', ['failure']],
  ['cancelled()', ['cancelled']],
  ['!cancelled()', ['success', 'failure', 'skipped']],
  ["steps.train.outcome == 'failure'", ['success']],
  ["always() && steps.train.outcome == 'failure'", all],
  ["failure() && steps.train.outcome == 'success'", []],
  ['false', []],
  ['${{ vars.none }}', []],
  ["vars.count == 3 && 'failure()' != ''", ['success']],
  ['steps.train.outputs.rows > 5 && success()', ['success']],
])('if: %j holds for %j', (condition, statuses) => {
  expect(all.filter((status) => holds(condition, scope(status)))).toEqual(statuses);
});
