import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { runWorkflow, type StandIn, type WorkflowResult } from '@modelferry/github-runner';
import { presetCsv, type Sandbox, type SandboxDescription } from '@modelferry/sandbox';
import { ask } from './abeja/support/platform.ts';
import { onStage } from './support/on-stage.ts';

const root = join(__dirname, '../../../..');
const folder = join(root, 'examples/github-actions');

/** What a repository that takes a recipe over would set. */
function settingsOf({ predictionOne: { japan }, dataRobot, abeja }: SandboxDescription) {
  const deployment = dataRobot.deployments.find(({ label }) => label === 'cars-fuel');
  const model = japan.published.find(({ name }) => name === 'cars-fuel');
  return {
    secrets: {
      PREDICTION_ONE_RETRAIN_KEY: model?.retrainKey ?? '',
      DATAROBOT_API_TOKEN: dataRobot.apiToken,
      ABEJA_PERSONAL_ACCESS_TOKEN: abeja.user.token,
    },
    vars: {
      DATAROBOT_ENDPOINT: dataRobot.endpoint,
      DATAROBOT_DEPLOYMENT_ID: deployment?.id ?? '',
      DATAROBOT_DATASET_ID: dataRobot.datasets[0]?.id ?? '',
      DATAROBOT_POLICY_ID: dataRobot.retrainingPolicies.find(({ name }) => name === 'refresh')?.id ?? '',
      ABEJA_ORGANIZATION_ID: abeja.organization.id,
      ABEJA_USER_ID: abeja.user.id,
      ABEJA_CHANNEL_ID: abeja.channel.id,
      ABEJA_DEPLOYMENT_ID: abeja.deployment.id,
    },
  };
}

/** What a step is told beside what stands in the recipe: where the sandbox is, if that is not among the settings. */
function extraWith(
  uses: string,
  { predictionOne: { japan }, abeja }: SandboxDescription,
): Readonly<Record<string, string>> {
  if (uses.includes('/prediction-one/'))
    return { 'management-url': japan.managementBaseUrl, 'poll-interval': '5s' };
  if (!uses.includes('/abeja/')) return {};
  return {
    'base-url': abeja.baseUrl,
    ...(/train|switch/.test(uses) && { 'poll-interval': '5s' }),
    ...(uses.includes('switch') && { 'service-base-url': abeja.serviceBaseUrl }),
  };
}

/** The recipe as it stands, on the built actions. */
async function runRecipe(file: string): Promise<Run> {
  const artifacts: string[] = [];
  const asked: string[] = [];
  let result: WorkflowResult | undefined;
  await onStage({}, async ({ sandbox, workspace }) => {
    const standIns: Readonly<Record<string, StandIn>> = {
      async 'actions/checkout'({ workspace: place }) {
        await mkdir(join(place, 'data'), { recursive: true });
        for (const name of ['cars', 'cars-evaluation', 'cars-to-score']) {
          await writeFile(join(place, 'data', `${name}.csv`), presetCsv('cars.json'));
        }
        const few = presetCsv('cars.json').split('\r\n').slice(0, 4).join('\r\n');
        await writeFile(join(place, 'data', 'cars-sample.csv'), few);
        await writeFile(join(place, 'data', 'sample.json'), '{"Horsepower": 130, "Weight_in_lbs": 3504}');
        await mkdir(join(place, 'training'), { recursive: true });
        await writeFile(join(place, 'training', 'train.py'), 'def handler(context):\n    pass\n');
      },
      async 'actions/upload-artifact'({ with: given, workspace: place }) {
        const path = resolve(place, given['path'] ?? '');
        await stat(path);
        artifacts.push(given['name'] ?? '');
      },
    };
    const description = sandbox.describe();
    result = await runWorkflow({
      file: join(folder, file),
      workspace,
      ...settingsOf(description),
      resolveAction: (uses) => {
        const [name = ''] = uses.split('@');
        return name.startsWith('modelferry/modelferry/')
          ? join(root, name.slice('modelferry/modelferry/'.length))
          : standIns[name];
      },
      extraWith: ({ uses }) => extraWith(uses, description),
      inputs: file === 'approve-and-switch.yml' ? { 'model-id': await newModel(sandbox) } : undefined,
      approve: (environment) => asked.push(environment) > 0,
    });
  })();
  if (!result) throw new Error(`${file} was not run.`);
  return { result, artifacts, asked };
}

interface Run {
  readonly result: WorkflowResult;
  /** Names of the artifacts, each of a path that was there. */
  readonly artifacts: readonly string[];
  /** Environments that somebody was asked to approve. */
  readonly asked: readonly string[];
}

/** The ID of a model with figures of its own, made without any of our code. */
async function newModel(sandbox: Sandbox): Promise<string> {
  const jobs = '/training/definitions/cars-fuel';
  const { id } = await ask<{ readonly id: string }>(sandbox, 'POST', `${jobs}/versions/1/jobs`, {});
  await ask(sandbox, 'GET', `${jobs}/jobs/${id}`);
  const { entries } = await ask<{
    readonly entries: readonly { readonly id: string; readonly training_job_id: string | null }[];
  }>(sandbox, 'GET', `${jobs}/models`);
  return entries.find((model) => model.training_job_id === id)?.id ?? '';
}

const outputOf = ({ jobs }: WorkflowResult, step: string, name: string): string | undefined =>
  jobs.flatMap(({ steps }) => steps).find(({ id }) => id === step)?.outputs[name];

/** What the steps that failed have said. */
const failuresOf = ({ jobs }: WorkflowResult) =>
  jobs
    .flatMap(({ steps }) => steps)
    .filter(({ outcome }) => outcome === 'failure')
    .map(({ name, main }) => [name, ...main.lines.slice(-5).map(({ text }) => text)]);

const recipes: Readonly<Record<string, (run: Run) => void>> = {
  'approve-and-switch.yml': ({ result, asked }) => {
    expect(asked).toEqual(['production']);
    expect(outputOf(result, 'switch', 'switched')).toBe('true');
    const previous = outputOf(result, 'switch', 'previous-service-id') ?? '';
    expect(result.jobs[0]?.steps.at(-1)?.summary).toContain(`to the service \`${previous}\` again`);
  },
  'monthly-retrain.yml': ({ result, artifacts, asked }) => {
    expect(asked).toEqual(['production']);
    expect(artifacts).toEqual(['retraining-result']);
    expect(result.jobs.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['retrain', 'success'],
      ['switch', 'success'],
    ]);
    // A step without an id has no outputs; its summary tells
    const summary = result.jobs[1]?.steps[0]?.summary;
    expect(summary).toContain(outputOf(result, 'retrain', 'job-id'));
    expect(summary).toMatch(/Switch Outcome.*accepted/i);
  },
  'nightly-batch.yml': ({ result, artifacts }) => {
    expect(artifacts).toEqual(['predictions']);
    expect(Number(outputOf(result, 'score', 'scored-rows'))).toBeGreaterThan(0);
    expect(result.jobs[0]?.steps.at(-1)?.outcome).toBe('skipped');
  },
  'retrain-approve-replace.yml': ({ result, asked }) => {
    expect(asked).toEqual(['production']);
    expect(result.jobs.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['retrain', 'success'],
      ['replace', 'success'],
    ]);
    expect(outputOf(result, 'replace', 'new-model-package-id')).toBe(
      outputOf(result, 'retrain', 'model-package-id'),
    );
    expect(outputOf(result, 'replace', 'sample-rows')).toBe('3');
  },
  'retrain-on-data-change.yml': ({ result, artifacts }) => {
    expect(artifacts).toEqual(['retraining-result']);
    expect(outputOf(result, 'retrain', 'status')).toBe('job_finished');
  },
  'score-a-file.yml': ({ result, artifacts }) => {
    expect(artifacts).toEqual(['predictions']);
    expect(Number(outputOf(result, 'score', 'scored-rows'))).toBeGreaterThan(0);
  },
  'score-at-once.yml': ({ result, artifacts }) => {
    expect(artifacts).toEqual(['predictions']);
    expect(Number(outputOf(result, 'score', 'rows'))).toBeGreaterThan(0);
  },
  'several-at-once.yml': ({ result, artifacts }) => {
    expect(artifacts).toEqual(['predictions']);
    for (const name of ['a', 'b']) {
      const path = outputOf(result, `wait-${name}`, 'result-path');
      expect(path).toContain(join('predictions', name));
      expect(outputOf(result, `wait-${name}`, 'job-id')).toBe(outputOf(result, `start-${name}`, 'job-id'));
    }
  },
  'train-and-register.yml': ({ result, artifacts }) => {
    expect(artifacts).toEqual(['training-result']);
    expect(outputOf(result, 'train', 'good-enough')).toBe('true');
    expect(outputOf(result, 'register', 'job-id')).toBe(outputOf(result, 'train', 'job-id'));
    expect(JSON.parse(outputOf(result, 'register', 'metrics') ?? '')).toEqual(
      JSON.parse(outputOf(result, 'train', 'figures') ?? ''),
    );
  },
  'upload-and-train.yml': ({ result, artifacts }) => {
    expect(artifacts).toEqual(['training-result']);
    expect(outputOf(result, 'upload', 'data-uri')).toMatch(/^datalake:\/\/\d+\/.+/);
    expect(outputOf(result, 'train', 'status')).toBe('Complete');
  },
};

test('every recipe of the README is run here', async () => {
  const files = await readdir(folder);
  expect(files.filter((file) => file.endsWith('.yml')).sort()).toEqual(Object.keys(recipes).sort());
  const readme = await readFile(join(__dirname, '../../README.md'), 'utf8');
  for (const file of Object.keys(recipes)) expect(readme).toContain(`# .github/workflows/${file}`);
});

test.concurrent.each(Object.entries(recipes))('%s does what it promises', async (file, expectations) => {
  const run = await runRecipe(file);
  expect(failuresOf(run.result)).toEqual([]);
  expect(run.result.outcome).toBe('success');
  expectations(run);
});
