import { testLog } from './support.ts';

test('hides secrets and breaks commands in whatever is said', () => {
  const { log, lines } = testLog({ RUNNER_DEBUG: '1' });
  log.line('::add-mask::secret\n##[error]x');
  log.group('a secret\nplace');
  log.warning('::stop-commands::secret');
  log.error('one\ntitle: secret', 'text of the secret, 100 %');
  log.debug('secret');
  expect(lines).toEqual([
    ': :add-mask::***',
    '# #[error]x',
    '::group::a *** place',
    '::warning::: :stop-commands::***',
    '::endgroup::',
    '::error title=one title%3A ***::text of the ***, 100 %25',
    '::debug::***',
  ]);
});

test('debug lines are for those who have asked', () => {
  const { log, lines } = testLog();
  log.debug('x');
  expect(lines).toEqual([]);
});

test('makes ten annotations, and lines of the warnings after them', () => {
  const { log, lines } = testLog();
  for (let n = 1; n <= 12; n++) log.warning(`number ${n}`);
  expect(lines.slice(9)).toEqual(['::warning::number 10', 'Warning: number 11', 'Warning: number 12']);
  expect(log.warnings).toHaveLength(12);
});

test('cuts an annotation before the runner does', () => {
  const { log, lines } = testLog();
  log.error('t', 'x'.repeat(10_000));
  expect(lines[0]?.length).toBeLessThan(4_096);
});

test('a group ends where the next one begins, and once', () => {
  const { log, lines } = testLog();
  log.group('one');
  log.group('two');
  log.endGroup();
  log.endGroup();
  expect(lines).toEqual(['::group::one', '::endgroup::', '::group::two', '::endgroup::']);
});
