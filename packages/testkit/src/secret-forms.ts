/** A secret as it may stand in a text, with a name for that form. */
export interface SecretForm {
  readonly form: string;
  readonly text: string;
}

/** Shortest piece of base64 that still proves that a secret is inside, in characters. */
const minPieceLength = 8;

/** Every form in which a secret could be found: itself, escaped, encoded, and inside the base64 of something longer. */
export function secretForms(secret: string): readonly SecretForm[] {
  const bytes = Buffer.from(secret);
  const forms = [
    { form: 'as it is', text: secret },
    { form: 'URL-encoded', text: encodeURIComponent(secret) },
    { form: 'form-encoded', text: new URLSearchParams({ x: secret }).toString().slice(2) },
    { form: 'in JSON', text: JSON.stringify(secret).slice(1, -1) },
    { form: 'in hexadecimal', text: bytes.toString('hex') },
    ...base64Pieces(bytes, 'base64'),
    ...base64Pieces(bytes, 'base64url'),
  ];
  const seen = new Set<string>();
  return forms.filter(({ text }) => text !== '' && !seen.has(text) && seen.add(text));
}

/** The characters that depend on the secret alone, for each of the three places where it can begin. */
function base64Pieces(secret: Uint8Array, encoding: 'base64' | 'base64url'): readonly SecretForm[] {
  return [0, 1, 2].flatMap((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), secret])
      .toString(encoding)
      .replace(/=+$/, '');
    const from = Math.ceil((offset * 8) / 6);
    const to = Math.floor(((offset + secret.length) * 8) / 6);
    const text = encoded.slice(from, to);
    return text.length >= minPieceLength ? [{ form: `in ${encoding}`, text }] : [];
  });
}
