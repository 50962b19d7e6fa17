// Starts the sandbox so that it outlives the step, writes what the actions are to send to self-test/, and gives where
// the sandbox is and its keys as outputs of the step. The runner ends it with the job.
import { presetCsv } from '@modelferry/sandbox';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const root = join(import.meta.dirname, '..', '..');
// In the workspace, which is not the repository when the runner of the tests runs this
const folder = join(process.cwd(), 'self-test');
mkdirSync(folder, { recursive: true });

// Files, not pipes: a pipe would end with this step
const [ready, log] = ['ready.json', 'sandbox.log'].map((name) => join(folder, name));
const sandbox = spawn(
  process.execPath,
  ['--conditions=@modelferry/source', join(root, 'apps', 'sandbox', 'src', 'main.ts')],
  { cwd: root, detached: true, stdio: ['ignore', openSync(ready, 'w'), openSync(log, 'w')] },
);
sandbox.unref();

const { control, predictionOne, dataRobot, abeja } = await readyLine();
const { managementBaseUrl, credentials, published } = predictionOne.japan;
const [{ retrainKey, predictionKey, inferenceUrl, sampleRow }] = published;

writeFileSync(join(folder, 'cars.csv'), presetCsv('cars.json'));
const row = [Object.keys(sampleRow), Object.values(sampleRow)].map((cells) => cells.map(quoted).join(','));
writeFileSync(join(folder, 'rows.csv'), [...row, row[1], ''].join('\n'));
mkdirSync(join(folder, 'training', 'lib'), { recursive: true });
writeFileSync(join(folder, 'training', 'train.py'), 'from lib import features\n');
writeFileSync(join(folder, 'training', 'lib', 'features.py'), '');
writeFileSync(join(folder, 'training', 'notes.md'), 'not to be sent\n');
writeFileSync(join(folder, 'training', '.abejaignore'), '*.md\n');
writeFileSync(join(folder, 'sample.json'), '{"Horsepower": 130, "Weight_in_lbs": 3504}');

const secrets = {
  'retrain-key': retrainKey,
  'prediction-key': predictionKey,
  'deploy-key': credentials.deployKey,
  'api-token': dataRobot.apiToken,
  'personal-access-token': abeja.user.token,
};
for (const secret of Object.values(secrets)) console.log(`::add-mask::${secret}`);
const outputs = {
  control,
  'management-url': managementBaseUrl,
  'scoring-url': inferenceUrl,
  endpoint: dataRobot.endpoint,
  'deployment-id': dataRobot.deployments[0].id,
  'policy-id': dataRobot.retrainingPolicies[0].id,
  'base-url': abeja.baseUrl,
  'organization-id': abeja.organization.id,
  'user-id': abeja.user.id,
  'channel-id': abeja.channel.id,
  'abeja-deployment-id': abeja.deployment.id,
  ...secrets,
};
for (const [name, value] of Object.entries(outputs)) {
  appendFileSync(process.env.GITHUB_OUTPUT, `${name}=${value}\n`);
}

/** Its one line of JSON, as soon as it is there. */
async function readyLine() {
  const ended = once(sandbox, 'exit').then(([code]) => {
    throw new Error(`The sandbox ended with ${code}:\n${readFileSync(log, 'utf8')}`);
  });
  for (const end = Date.now() + 60_000; Date.now() < end;) {
    const text = readFileSync(ready, 'utf8');
    if (text.endsWith('\n')) return JSON.parse(text);
    await Promise.race([ended, setTimeout(100)]);
  }
  throw new Error(`The sandbox was not ready within a minute:\n${readFileSync(log, 'utf8')}`);
}

function quoted(cell) {
  return `"${String(cell).replaceAll('"', '""')}"`;
}
