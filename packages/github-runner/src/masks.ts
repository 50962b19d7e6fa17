import { maskForms } from './mask-forms.ts';
import { coverMatches } from './cover-matches.ts';

/** The masks of one job: they live as long as it does. */
export interface Masks {
  /** Masks the value and each of its lines, in all their forms. Blank values are left alone. */
  add(value: string): void;
  mask(text: string): string;
  /** Whether the text holds something masked. */
  touches(text: string): boolean;
}

/** The masks of a new job. `secrets` are masked from the start. */
export function createMasks(secrets: Iterable<string> = []): Masks {
  const forms = new Set<string>();
  const masks: Masks = {
    add(value) {
      if (value.trim() === '') return;
      const lines = value.split(/[\r\n]+/).map((line) => line.trim());
      for (const part of [value, ...lines]) {
        for (const form of part === '' ? [] : maskForms(part)) forms.add(form);
      }
    },
    mask: (text) => coverMatches(text, forms),
    touches: (text) => coverMatches(text, forms) !== text,
  };
  for (const secret of secrets) masks.add(secret);
  return masks;
}
