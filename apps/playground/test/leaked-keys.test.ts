import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox, type Sandbox } from '@modelferry/sandbox';
import { leakedKeys } from '../src/leaked-keys.ts';
import type { N8nServer } from '../src/n8n/n8n-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'modelferry-leaks-'));
const logFile = join(folder, 'n8n.log');
const server = { logFile } as N8nServer;
const clean = { text: '{"status":"success"}' };
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ stateDir: folder });
});
beforeEach(async () => {
  await sandbox.reset();
  writeFileSync(logFile, 'n8n ready\n');
});
afterAll(async () => {
  await sandbox.close();
  rmSync(folder, { recursive: true });
});

test('all is well as long as no key went astray', () => {
  expect(leakedKeys({ sandbox, server }, clean)).toBeUndefined();
});

test("a key in n8n's log is found", () => {
  const [model] = sandbox.describe().predictionOne.japan.published;
  writeFileSync(logFile, `n8n ready\nsent ${model?.retrainKey}\n`);
  expect(leakedKeys({ sandbox, server }, clean)).toBe("a key stands in n8n's log");
});

test('a key in the data of the execution is found', () => {
  const { secretKey } = sandbox.describe().predictionOne.japan.credentials;
  expect(leakedKeys({ sandbox, server }, { text: `{"error":"refused ${secretKey}"}` })).toMatch(/execution/);
});

test('a key that went astray is found', async () => {
  const { storage } = sandbox.describe();
  await fetch(`${storage.baseUrl}/elsewhere`, { headers: { 'x-api-key': 'k' } });
  expect(leakedKeys({ sandbox, server }, clean)).toMatch(/does not belong, 1 times/);
});

test.each(['dataRobot', 'dataRobot.prediction', 'portable'])(
  "a key of DataRobot's %s in the log is found",
  (origin) => {
    const { apiToken, predictionServer, portableServer } = sandbox.describe().dataRobot;
    const keys: Readonly<Record<string, string>> = {
      dataRobot: apiToken,
      'dataRobot.prediction': predictionServer.key,
      portable: portableServer.token,
    };
    writeFileSync(logFile, `n8n ready\nsent ${keys[origin]}\n`);
    expect(leakedKeys({ sandbox, server }, clean)).toBe("a key stands in n8n's log");
  },
);

test('a key of ABEJA Platform in the log is found, also as its header has it', () => {
  const { user, bearerToken, datasource } = sandbox.describe().abeja;
  for (const key of [user.token, btoa(`user-${user.id}:${user.token}`), bearerToken, datasource.secret]) {
    writeFileSync(logFile, `n8n ready\nsent ${key}\n`);
    expect(leakedKeys({ sandbox, server }, clean)).toBe("a key stands in n8n's log");
  }
});
