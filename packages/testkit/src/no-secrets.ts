import { everyText } from './every-text.ts';
import { secretForms } from './secret-forms.ts';

/**
 * Fails when a secret stands anywhere in a value, also URL-encoded, in base64 (of itself or of something that contains
 * it), in JSON or in hexadecimal. Says where and in which form, without repeating it.
 */
export function expectNoSecrets(value: unknown, secrets: Iterable<string>): void {
  const forms = [...secrets].flatMap((secret, at) =>
    secretForms(secret).map(({ form, text }) => ({ form, text, number: at + 1 })),
  );
  if (forms.length === 0) throw new Error('Name the secrets to look for.');
  for (const { path, text } of everyText(value)) {
    for (const { form, text: secret, number } of forms) {
      if (!text.includes(secret)) continue;
      // The path itself may be made of the secret
      const where = forms.reduce((rest, { text: hidden }) => rest.replaceAll(hidden, '***'), path);
      throw new Error(`Secret ${number} stands ${form} in ${where}.`);
    }
  }
}
