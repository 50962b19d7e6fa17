/** What was entered as text, without the space around it; undefined when that is nothing. AI callers give objects, too. */
export function asText(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.trim() === '' ? undefined : text.trim();
}
