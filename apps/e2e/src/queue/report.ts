import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import type { Outcome } from './run-mode.ts';

type Row = readonly [what: string, ...figures: (string | number)[]];

/** Writes what was seen as a page and as JSON. */
export async function writeReport(
  folder: string,
  conditions: readonly string[],
  outcomes: readonly Outcome[],
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const gib = Math.round(totalmem() / 2 ** 30);
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim()}), ${gib} GiB, ${type()} ${release()}, Node.js ${process.version}`;
  const parts = [
    '# n8n in queue mode, with kills, restarts and faults',
    `Made by \`npm run e2e -- queue\` on ${machine}.`,
    conditions.map((each) => `- ${each}`).join('\n'),
    `## What came of it\n\n${table(outcomes, resultRows)}`,
    `## Executions that did not succeed\n\n${unfinishedTable(outcomes)}`,
    `## Memory\n\nThe highest resident set of each process, in MiB.\n\n${table(outcomes, memoryRows)}`,
    `## A big file\n\n${bigFilesText}\n\n${table(outcomes, bigFileRows)}`,
  ];
  await writeFile(join(folder, 'queue-mode.md'), `${parts.join('\n\n')}\n`);
  await writeFile(
    join(folder, 'queue-mode.json'),
    `${JSON.stringify({ name: 'queue-mode', machine, conditions, outcomes }, null, 2)}\n`,
  );
}

const resultRows = (outcomes: readonly Outcome[]): readonly Row[] => {
  const row = (what: string, figure: (outcome: Outcome) => string | number): Row => [
    what,
    ...outcomes.map(figure),
  ];
  const foundIn = (place: string) => (outcome: Outcome) =>
    outcome.found.filter((one) => one.foundIn === place).length;
  return [
    row('webhooks', ({ webhooks }) => webhooks),
    row('sent again, since no clear answer came', ({ sentAgain }) => sentAgain),
    row('executions that ended, by status', ({ executions }) =>
      Object.entries(executions)
        .map(([status, count]) => `${count} ${status}`)
        .join(', '),
    ),
    row('the last of them, s after the last webhook', ({ settledMs }) => Math.round(settledMs / 1000)),
    row('the longest that one took once it had its turn, s', ({ longestMs }) => Math.round(longestMs / 1000)),
    row('executions that are stuck', ({ stuck }) => stuck),
    row('requests to the vendors', ({ requests }) => requests),
    row('of them with a fault, %', ({ faults, requests }) => ((100 * faults) / requests).toFixed(1)),
    row('remote jobs that started', ({ before }) => before.started),
    row('of them not finished by their execution', ({ before }) => before.open.length),
    row('rows of the job book that were open, with their job in them', foundIn('job book')),
    row("with their job in the vendor's list", foundIn('list')),
    row("with their job in the worker's log", foundIn('log')),
    row('webhooks without a job, to be sent again', ({ unstarted }) => unstarted),
    row('**jobs lost**', ({ after }) => after.open.length),
    row('**webhooks with two jobs**', ({ after }) => after.doubled.length),
  ];
};

const memoryRows = (outcomes: readonly Outcome[]): readonly Row[] => {
  const names = [...new Set(outcomes.flatMap(({ memory }) => Object.keys(memory)))];
  return names.map((name) => [name, ...outcomes.map(({ memory }) => memory[name] ?? '-')]);
};

function unfinishedTable(outcomes: readonly Outcome[]): string {
  const head = ['mode', 'status', 'what n8n says', 'executions', "with their start node's output"];
  const rows = outcomes.flatMap(({ mode, unfinished }) =>
    unfinished.map(({ status, reason, count, withStartOutput }) => [
      mode,
      status,
      reason,
      count,
      withStartOutput,
    ]),
  );
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const bigFilesText = `A CSV is scored as a batch prediction, once as the file of the webhook (queue mode keeps it in the database, regular mode in
the file system) and once from its URL. What it cost is the highest resident set above the one before, in MiB.`;

const ways = { binary: 'the file of the webhook', url: 'its URL' } as const;

const bigFileRows = (outcomes: readonly Outcome[]): readonly Row[] =>
  (['binary', 'url'] as const).flatMap((way) => {
    const seen = outcomes.map(({ bigFiles }) => bigFiles.find((one) => one.way === way));
    const from = `${seen[0]?.fileMiB} MiB from ${ways[way]}`;
    return [
      [`${from}: main process`, ...seen.map((one) => one?.mainMiB ?? '-')] as const,
      [`${from}: worker`, ...seen.map((one) => one?.workerMiB ?? '-')] as const,
      [`${from}: execution`, ...seen.map((one) => one?.status ?? '-')] as const,
    ];
  });

function table(
  outcomes: readonly Outcome[],
  rowsOf: (outcomes: readonly Outcome[]) => readonly Row[],
): string {
  const head: Row = ['', ...outcomes.map(({ mode }) => `${mode} mode`)];
  return [head, head.map(() => '---'), ...rowsOf(outcomes)]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}
