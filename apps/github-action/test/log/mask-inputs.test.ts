import { parseCommand } from '@modelferry/github-runner';
import { maskInputs } from '../../src/log/mask-inputs.ts';
import { maskedSecrets } from '../../src/log/masked-secrets.ts';
import { openRunner } from '../../src/runner/runner.ts';

function masksOf(env: Readonly<Record<string, string>>) {
  const lines: string[] = [];
  const secrets = maskedSecrets(openRunner(env, (text) => void lines.push(text.trim())));
  maskInputs(secrets, env);
  return { secrets, lines, masked: lines.map((line) => parseCommand(line)?.data) };
}

test('masks the secrets of every vendor, in the forms they travel in', () => {
  const { masked, lines } = masksOf({
    'INPUT_RETRAIN-KEY': ' retrain-key/1 ',
    'INPUT_API-TOKEN': 'token-2',
    INPUT_REGION: 'japan',
  });
  expect(masked).toEqual(
    expect.arrayContaining(['retrain-key/1', 'retrain-key%2F1', btoa('retrain-key/1'), 'token-2']),
  );
  expect(masked.join()).not.toContain('japan');
  expect(lines.every((line) => line.startsWith('::add-mask::'))).toBe(true);
});

test('masks each line of a secret, and no empty or short one', () => {
  const { masked } = masksOf({
    'INPUT_API-TOKEN': 'first-line\n\n  second-line\nabc',
    'INPUT_SECRET-KEY': '',
  });
  expect(masked).toEqual(expect.arrayContaining(['first-line', 'second-line']));
  expect(masked).not.toContain('');
  expect(masked).not.toContain('abc');
});

test('masks the password of a proxy, as it stands and decoded', () => {
  const { secrets } = masksOf({
    HTTPS_PROXY: 'http://user:p%40ssword@proxy.example:3128',
    http_proxy: 'plain:other-password@proxy.example',
    NO_PROXY: 'a:unrelated@b',
  });
  expect(secrets.redact('p%40ssword p@ssword user:p@ssword other-password unrelated')).toBe(
    '*** *** *** *** unrelated',
  );
});

test('masks what is met later before anything else is said', () => {
  const { secrets, lines } = masksOf({});
  secrets.addUrl('https://s3.example/x?X-Amz-Signature=0123456789abcdef0123');
  secrets.add('fetched-key');
  expect(lines[0]).toBe('::add-mask::X-Amz-Signature=0123456789abcdef0123');
  expect(lines).toContain('::add-mask::0123456789abcdef0123');
  expect(lines).toContain('::add-mask::fetched-key');
  const before = lines.length;
  secrets.add('fetched-key');
  expect(lines).toHaveLength(before);
});
