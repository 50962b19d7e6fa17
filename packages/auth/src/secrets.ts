import { redactSecrets, redactUrls, type Redactor } from '@modelferry/http';
import { secretForms } from './secret-forms.ts';

/** Shortest text that is hidden everywhere, in characters: a shorter one would hide parts of ordinary words. */
const minSecretLength = 4;
/** Shortest value in a presigned URL that is hidden alone: an expiry or an algorithm is none, and would hide ordinary text. */
const minUrlValueLength = 16;

/** All secrets of one run, with the forms they travel in. */
export interface Secrets {
  /** From now on hides this secret and the forms it may take on the way. One of less than 4 characters is ignored. */
  add(secret: string): void;
  /** Hides the query string of a presigned URL, whole and value by value. */
  addUrl(url: string): void;
  /** Hides them all, and the query and user info of every URL, also of those that nobody has added. */
  readonly redact: Redactor;
  /** Every form that is hidden, for a host that has a masking of its own. */
  all(): readonly string[];
}

/** An empty registry: one for each run, so that no run hides or shows the secrets of another. */
export function createSecrets(): Secrets {
  const forms = new Set<string>();
  const addForms = (values: readonly string[]) => {
    for (const value of values) if (value.length >= minSecretLength) forms.add(value);
  };
  return {
    add: (secret) => addForms(secret.length < minSecretLength ? [] : secretForms(secret)),
    addUrl: (url) => {
      const query = url.includes('?') ? url.slice(url.indexOf('?') + 1).replace(/#.*$/s, '') : '';
      if (query === '') return;
      addForms([query, decode(query)]);
      for (const pair of query.split('&')) {
        const value = pair.slice(pair.indexOf('=') + 1);
        if (value.length >= minUrlValueLength) addForms([value, ...secretForms(decode(value))]);
      }
    },
    redact: (text) => redactUrls(redactSecrets(text, forms)),
    all: () => [...forms],
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
