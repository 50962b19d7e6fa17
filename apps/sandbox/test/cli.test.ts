import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import type { SandboxDescription } from '../src/index.ts';
import { call } from './client.ts';

const main = join(__dirname, '..', 'src', 'main.ts');
const started: ChildProcess[] = [];
// Politely, so that each removes its folder
afterEach(async () => {
  for (const child of started.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
});

function run(...flags: string[]) {
  const child = spawn(process.execPath, ['--conditions=@modelferry/source', main, ...flags], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  return child;
}

async function ready(
  ...flags: string[]
): Promise<{ readonly child: ChildProcess; readonly line: SandboxDescription }> {
  const child = run(...flags);
  child.stderr.resume();
  const [line] = await once(createInterface(child.stdout), 'line');
  return { child, line: JSON.parse(line as string) };
}

/** The first of some free ports in a row, from below those that the system hands out to others. */
async function freeRow(count: number): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 30_000);
    const servers = Array.from({ length: count }, () => createServer());
    const all = await Promise.allSettled(
      servers.map((server, index) => once(server.listen(port + index, '127.0.0.1'), 'listening')),
    );
    for (const server of servers) server.close();
    if (all.every(({ status }) => status === 'fulfilled')) return port;
  }
}

it('prints one line, serves, and stops cleanly on a signal', async () => {
  const child = run('--seed', '7');
  const output = text(child.stdout);
  const [notice] = await once(createInterface(child.stderr), 'line');
  const control = /http:\S+_sandbox/.exec(notice as string)?.[0];
  const line = (await call('GET', control ?? '')).json as unknown as SandboxDescription;
  expect(existsSync(line.stateDir)).toBe(true);
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(existsSync(line.stateDir)).toBe(false);
  const lines = (await output).trimEnd().split('\n');
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] as string)).toMatchObject({
    seed: 7,
    control,
    predictionOne: { japan: {}, international: {} },
    dataRobot: { endpoint: expect.stringMatching(/api.v2$/) },
    abeja: { baseUrl: expect.stringMatching(/^http/) },
  });
});

it('takes its ports in a row, and keeps its state where it is told', async () => {
  const port = await freeRow(8);
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-cli-'));
  try {
    const { child, line } = await ready('--port', String(port), '--state-dir', folder);
    const ports = [line.control, line.storage.baseUrl, line.predictionOne.japan.managementBaseUrl].map(
      (url) => Number(new URL(url).port),
    );
    expect(ports).toEqual([port, port + 1, port + 2]);
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(readdirSync(folder)).toEqual(['uploads']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it.each([
  [['--port', 'x'], /--port must be a whole number from 0 to 65000; it is "x"/],
  [['--seed', '-1'], /--seed|ambiguous/],
  [['--time-scale', '0'], /--time-scale must be a number above 0/],
  [['--variants', 'made-up'], /There is no variant "made-up"/],
  [['--colour'], /Unknown option '--colour'/],
  [['extra'], /Unexpected argument 'extra'/],
])('refuses %j with the reason', async (flags, message) => {
  const child = run(...flags);
  const [error, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  expect([error, code]).toEqual([expect.stringMatching(message), 2]);
});

it('ends, and says what to do, when a port is taken', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  try {
    const { port } = taken.address() as AddressInfo;
    // The fourth of the row: the first three come up, and must not keep the process
    const child = run('--port', String(port - 3));
    const [error, exit] = await Promise.all([text(child.stderr), once(child, 'exit')]);
    expect(exit).toEqual([1, null]);
    expect(error).toMatch(/could not start\..*already in use .*\. Pass another --port/);
  } finally {
    taken.close();
  }
});

it('explains itself', async () => {
  const child = run('--help');
  expect(await text(child.stdout)).toContain('--time-scale');
});

const linux = process.platform === 'linux' ? it : it.skip;
/** Sends 400 MB of rows, and gives their number and the growth of the process's memory after the first third. */
async function pourIn(child: ChildProcess, url: string, more: Readonly<Record<string, string>>) {
  const peakBytes = () =>
    Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) * 1024;
  const rowsAtOnce = 1700;
  const rows = Buffer.from('18,a long description of a car,307,USA\n'.repeat(rowsAtOnce));
  const header = Buffer.from('Miles_per_Gallon,Name,Displacement,Origin\n');
  const count = Math.ceil(400_000_000 / rows.length);
  const bytes = header.length + rows.length * count;
  const upload = httpRequest(url, { method: 'PUT', headers: { 'content-length': bytes, ...more } });
  const send = async (times: number) => {
    for (let sent = 0; sent < times; sent += 1) if (!upload.write(rows)) await once(upload, 'drain');
  };
  upload.write(header);
  const firstPart = Math.floor(count / 3);
  await send(firstPart);
  const earlyPeakBytes = peakBytes();
  await send(count - firstPart - 1);
  const grownBytes = peakBytes() - earlyPeakBytes;
  upload.end(rows);
  const [response] = await once(upload, 'response');
  response.resume();
  return { status: response.statusCode, bytes, rows: count * rowsAtOnce, grownBytes };
}

linux('takes an upload of any length in the same memory', async () => {
  const { child, line } = await ready();
  const { managementBaseUrl, published } = line.predictionOne.japan;
  const path = '/v1/external/retrain_jobs/upload_url?filename=big.csv';
  const { json } = await call('GET', `${managementBaseUrl}${path}`, { key: published[0]?.retrainKey });
  const { status, bytes, grownBytes } = await pourIn(child, json.upload_url, {});
  expect(status).toBe(200);
  expect(grownBytes).toBeLessThan(90_000_000);
  const state = (await call('GET', `${line.control}/state`)).json;
  expect(state.predictionOne.japan.retrainJobs[0].uploads[0].bytes).toBe(bytes);
});

linux('takes and gives batch jobs of any length in the same memory', async () => {
  const { child, line } = await ready();
  const { endpoint, apiToken, deployments } = line.dataRobot;
  const headers = { authorization: `Bearer ${apiToken}` };
  const jobs = `${endpoint}/batchPredictions/`;
  const body = { deploymentId: deployments[0]?.id, passthroughColumns: ['Name'] };
  const { id } = (await call('POST', jobs, { headers, body })).json;
  const sent = await pourIn(child, `${jobs}${id}/csvUpload/`, { ...headers, 'content-type': 'text/csv' });
  expect(sent.status).toBe(202);
  expect(sent.grownBytes).toBeLessThan(90_000_000);
  for (const status of ['INITIALIZING', 'RUNNING', 'COMPLETED'])
    expect((await call('GET', `${jobs}${id}/`, { headers })).json.status).toBe(status);
  const result = await fetch(`${jobs}${id}/download/`, { headers });
  let lines = 0;
  for await (const chunk of result.body as ReadableStream<Uint8Array>)
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) lines += 1;
  expect(lines).toBe(1 + sent.rows);
});
