import { base64 } from './base64.ts';

/** Shortest piece of base64 that is hidden, in characters: a shorter one could be anything. */
const minPieceLength = 8;

/**
 * A secret as it may show up in a log: itself, URL-encoded in either case, in a form, inside JSON, and in base64, also
 * inside the base64 of something longer.
 */
export function secretForms(secret: string): readonly string[] {
  const encoded = encodeURIComponent(secret.replace(/\p{Surrogate}/gu, '\uFFFD'));
  const whole = base64(new TextEncoder().encode(secret));
  return [
    secret,
    encoded,
    encoded.replace(/%../g, (code) => code.toLowerCase()),
    new URLSearchParams({ x: secret }).toString().slice(2),
    JSON.stringify(secret).slice(1, -1),
    ...[whole, whole.replace(/=+$/, ''), ...base64Pieces(secret)].flatMap((text) => [
      text,
      text.replaceAll('+', '-').replaceAll('/', '_'),
    ]),
  ];
}

/** The characters of base64 that depend on the secret alone, for each of the three places where it can begin. */
function base64Pieces(secret: string): readonly string[] {
  const bytes = new TextEncoder().encode(secret);
  return [0, 1, 2]
    .map((offset) => {
      const shifted = new Uint8Array(offset + bytes.length);
      shifted.set(bytes, offset);
      return base64(shifted).slice(Math.ceil((offset * 4) / 3), Math.floor((shifted.length * 4) / 3));
    })
    .filter((piece) => piece.length >= minPieceLength);
}
