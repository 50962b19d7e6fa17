import type { Table } from './bench.ts';
import type { Measurement } from './measure.ts';
import type { Rounds } from './rounds.ts';
import { median, medianRatio } from './statistics.ts';

/** Time, speed, processor and memory of every contestant, and its speed over that of one of them. */
export function throughputTable(title: string, rounds: Rounds, bytes: number, peer: string): Table {
  const middle = (measured: readonly Measurement[], pick: (one: Measurement) => number) =>
    median(measured.map(pick));
  const walls = (name: string) => (rounds.get(name) ?? []).map(({ wallMs }) => wallMs);
  return {
    title,
    columns: ['', 'time, s', 'MB/s', `speed over ${peer}`, 'processor, s', 'peak, MB'],
    rows: [...rounds].map(([name, measured]) => [
      name,
      (middle(measured, ({ wallMs }) => wallMs) / 1000).toFixed(2),
      (bytes / 1e3 / middle(measured, ({ wallMs }) => wallMs)).toFixed(0),
      medianRatio(walls(peer), walls(name)).toFixed(2),
      (middle(measured, ({ userMs, systemMs }) => userMs + systemMs) / 1000).toFixed(2),
      (middle(measured, ({ peakBytes }) => peakBytes) / 1e6).toFixed(1),
    ]),
  };
}
