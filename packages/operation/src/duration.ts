const unitsMs: readonly (readonly [unit: string, ms: number])[] = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1_000],
];

/** Milliseconds as people write them: `1 h 30 m`, `45 s`, `250 ms`. */
export function formatDuration(ms: number): string {
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  let rest = Math.round(ms / 1_000) * 1_000;
  const parts: string[] = [];
  for (const [unit, size] of unitsMs) {
    const whole = Math.floor(rest / size);
    if (whole > 0) parts.push(`${whole} ${unit}`);
    rest -= whole * size;
  }
  return parts.join(' ');
}

const part = /^(\d+(?:\.\d+)?)\s*(ms|s|m|h|d)\s*/i;

/**
 * Reads `2h`, `1h 30m`, `45s`, `250ms`; a bare number is seconds.
 * @returns milliseconds, or undefined when the text is no length of time
 */
export function parseDuration(text: string): number | undefined {
  let rest = text.trim();
  if (/^\d+(\.\d+)?$/.test(rest)) return Number(rest) * 1_000;
  if (rest === '') return undefined;
  let totalMs = 0;
  while (rest !== '') {
    const match = part.exec(rest);
    if (!match) return undefined;
    const unit = (match[2] ?? '').toLowerCase();
    totalMs += Number(match[1]) * (unit === 'ms' ? 1 : (unitsMs.find(([name]) => name === unit)?.[1] ?? 0));
    rest = rest.slice(match[0].length);
  }
  return totalMs;
}
