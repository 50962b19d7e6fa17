import { redactSecrets, type Redactor } from '@modelferry/http';

/** Shortest text that is hidden everywhere, in characters: a shorter one would hide parts of ordinary words. */
const minSecretLength = 4;

/** All secrets of one run, with the forms they travel in. */
export interface Secrets {
  /** From now on hides this secret, its URL-encoded form and its base64 form. Empty and very short ones are ignored. */
  add(secret: string): void;
  /** Hides the query string of a presigned URL, whole and value by value. */
  addUrl(url: string): void;
  readonly redact: Redactor;
  /** Every form that is hidden, for a host that has a masking of its own. */
  all(): readonly string[];
}

const base64 = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

/** A secret as it may show up in a log: itself, URL-encoded, inside JSON, in base64 with and without padding. */
function formsOf(secret: string): string[] {
  const encoded = base64(secret);
  return [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    encoded,
    encoded.replace(/=+$/, ''),
  ];
}

export function createSecrets(): Secrets {
  const forms = new Set<string>();
  const addForms = (values: readonly string[]) => {
    for (const value of values) if (value.length >= minSecretLength) forms.add(value);
  };
  return {
    add: (secret) => addForms(secret.length < minSecretLength ? [] : formsOf(secret)),
    addUrl: (url) => {
      const query = url.split('?')[1]?.split('#')[0];
      if (!query) return;
      addForms([query, decode(query)]);
      // Short values (an expiry, an algorithm) are no secrets, and would hide ordinary text
      for (const pair of query.split('&')) {
        const value = pair.slice(pair.indexOf('=') + 1);
        if (value.length >= 16) addForms([value, decode(value)]);
      }
    },
    redact: (text) => redactSecrets(text, forms),
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
