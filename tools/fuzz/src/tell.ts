import type { PlayReport } from './fuzz-vendor.ts';

/** A report as lines that a person reads. */
export function tell(
  { name, runs, ends, mostRequests, slowestMs, failure, inputs }: PlayReport,
  rejections: readonly string[],
): string {
  const counts = Object.entries(ends)
    .sort(([, a], [, b]) => b - a)
    .map(([end, count]) => `${count} ${end}`);
  const lines = [
    `${name}: ${runs} runs (${counts.join(', ')}), at most ${mostRequests} requests and ${slowestMs} ms`,
  ];
  if (failure)
    lines.push(
      `  wrong with ${short(JSON.stringify(failure.plan))}`,
      ...failure.findings.map((one) => `  ${one}`),
    );
  if (inputs)
    lines.push(`  wrong with inputs ${short(inputs.inputs)}`, ...inputs.findings.map((one) => `  ${one}`));
  return [...lines, ...rejections.map((one) => `  nobody heard of ${one}`)].join('\n');
}

/** Long repetitions, of which one is enough to know the rest. */
const short = (text: string): string => text.replace(/(.{1,7}?)\1{40,}/gu, '$1(and so on)').slice(0, 2_000);
