import { formatDuration } from '@modelferry/operation';

const units = ['kB', 'MB', 'GB', 'TB'] as const;

/** Bytes as people read them: `999 bytes`, `1.2 GB`. */
export function amountOf(bytes: number): string {
  if (bytes < 1_000) return `${Math.round(bytes)} ${bytes === 1 ? 'byte' : 'bytes'}`;
  let amount = bytes;
  let unit = -1;
  // Below 999.95, so that rounding never shows 1000.0
  do {
    amount /= 1_000;
    unit += 1;
  } while (amount >= 999.95 && unit < units.length - 1);
  return `${amount.toFixed(1)} ${units[unit]}`;
}

/** A length of time, as exact as it is of interest: `850ms`, `47s`, `9m 5s`, `2h 12m`. */
export function timeOf(ms: number): string {
  const grain = ms < 1_000 ? 1 : ms < 10 * 60_000 ? 1_000 : 60_000;
  return formatDuration(Math.round(ms / grain) * grain).replace(/(\d) /g, '$1');
}
