/** The longest description that the vendor takes, in characters. Source: docs/vendors/abeja.md, 3.0. */
export const maxDescriptionLength = 256;

/** What a description must leave free for a marker and the space before it, in characters. */
export const markerLength = 18;

/** A word that nobody else uses: by it, what was created is found again when the answer is lost (5.2). */
export function newMarker(random: () => number, nowMs: number): string {
  const part = (number: number, length: number) =>
    Math.floor(number).toString(36).slice(-length).padStart(length, '0');
  return `[mf-${part(nowMs, 6)}${part(random() * 36 ** 6, 6)}]`;
}

/** The description as it is sent. */
export const withMarker = (description: string | undefined, marker: string): string =>
  description === undefined ? marker : `${description} ${marker}`;

/** Whether something was created under this marker. */
export const hasMarker = ({ description }: { readonly description?: string }, marker: string): boolean =>
  description?.includes(marker) === true;
