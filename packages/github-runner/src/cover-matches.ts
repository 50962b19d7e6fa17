/**
 * A text with every occurrence of the forms replaced by `***`; matches that overlap or touch become one.
 * @param forms what to look for, see `maskForms`
 */
export function coverMatches(text: string, forms: Iterable<string>): string {
  const ranges: { start: number; end: number }[] = [];
  for (const form of forms) {
    if (form === '') continue;
    // From one character further, not from the end of the match: a form can overlap itself
    for (let start = text.indexOf(form); start >= 0; start = text.indexOf(form, start + 1)) {
      ranges.push({ start, end: start + form.length });
    }
  }
  ranges.sort((one, other) => one.start - other.start);
  let masked = '';
  let shown = 0; // End of the last match, from where the text is shown again
  for (const { start, end } of ranges) {
    if (masked === '' || start > shown) masked += `${text.slice(shown, start)}***`;
    shown = Math.max(shown, end);
  }
  return masked + text.slice(shown);
}
