import { createSecrets, type Secrets } from '@modelferry/auth';
import type { Runner } from '../runner/runner.ts';
import { visible } from '../text/visible.ts';

/** Secrets that the runner hides, too, from the moment they are known: before any line could show one. */
export function maskedSecrets(runner: Runner): Secrets {
  const secrets = createSecrets();
  let masked = 0;
  const mask = () => {
    const all = secrets.all();
    for (const form of all.slice(masked)) runner.command('add-mask', form);
    masked = all.length;
  };
  return {
    add(secret) {
      secrets.add(secret);
      mask();
    },
    addUrl(url) {
      secrets.addUrl(url);
      mask();
    },
    // Again without what nobody sees: it could part a secret here, and be gone where the text is read
    redact: (text) => secrets.redact(visible(secrets.redact(text))),
    all: secrets.all,
  };
}
