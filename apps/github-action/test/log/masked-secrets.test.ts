import { maskedSecrets } from '../../src/log/masked-secrets.ts';
import { openRunner } from '../../src/runner/runner.ts';

test('a secret with something unseen in it is hidden, as it would be read', () => {
  const secrets = maskedSecrets(openRunner({}, () => undefined));
  secrets.add('hunter2hunter2');
  expect(secrets.redact('It was hunter2\u200bhunter2, hun\u00adter2hunter2.')).not.toMatch(/hunter2/);
});

test('the runner hides each form before anything else is written, and once', () => {
  const lines: string[] = [];
  const secrets = maskedSecrets(openRunner({}, (text) => lines.push(text)));
  secrets.add('hunter2hunter2');
  const { length } = lines;
  secrets.add('hunter2hunter2');
  expect(lines[0]).toBe('::add-mask::hunter2hunter2\n');
  expect(lines).toHaveLength(length);
});
