import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BenchReport, Table } from './bench.ts';
import type { Gate } from './gate.ts';
import { thisMachine, type Machine } from './machine.ts';

/** Writes a report as JSON and as Markdown. @returns the Markdown */
export async function writeReport(folder: string, name: string, report: BenchReport): Promise<string> {
  const machine = thisMachine();
  const markdown = markdownOf(name, report, machine);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${name}.json`), `${JSON.stringify({ name, machine, ...report }, null, 2)}\n`);
  await writeFile(join(folder, `${name}.md`), markdown);
  return markdown;
}

function markdownOf(name: string, report: BenchReport, machine: Machine): string {
  const { processor, cores, memoryGiB, system, node } = machine;
  return [
    `# ${report.title}`,
    `Made by \`npm run bench -- ${name}\` on ${cores} cores (${processor}), ${memoryGiB} GiB, ${system}, Node.js ${node}.`,
    report.conditions.map((each) => `- ${each}`).join('\n'),
    ...report.tables.map((table) => `## ${table.title}\n\n${tableOf(table)}`),
    `## Goals\n\n${tableOf({ title: 'Goals', columns: ['what', 'measured', 'goal', ''], rows: report.gates.map(rowOf) })}`,
  ]
    .join('\n\n')
    .concat('\n');
}

const tableOf = ({ columns, rows }: Table): string =>
  [columns, columns.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const rowOf = ({ what, value, unit, goal, passed }: Gate): string[] => [
  what,
  `${value.toFixed(unit === 'x' ? 2 : 1)} ${unit}`,
  goal,
  passed ? 'met' : '**MISSED**',
];
