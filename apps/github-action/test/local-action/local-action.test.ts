import { startSandbox } from '@modelferry/sandbox';
import { expectNoSecrets } from '@modelferry/testkit';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cars, retrainAccess } from '../acceptance/support/prediction-one.ts';
import { asked } from '../acceptance/support/requests.ts';
import { secretsIn } from '../acceptance/support/secrets-in.ts';
import { signedQueries } from '../acceptance/support/signed-queries.ts';
import { temporaryFolders } from '../acceptance/support/temporary-folders.ts';
import { runLocalAction } from './run-local-action.ts';

const hide = '::add-mask::';

test("the source of an action runs in GitHub's debugging tool, too, and shows no secret", async () => {
  const sandbox = await startSandbox({ timeScale: 60_000 });
  const signed = signedQueries(sandbox.describe().storage.baseUrl);
  const { workspace, temp, files, remove } = await temporaryFolders('workspace', 'temp', 'files');
  try {
    await writeFile(join(workspace, 'cars.csv'), cars());
    const access = retrainAccess(sandbox);
    const inputs = { ...access, 'training-data': 'cars.csv', 'output-dir': 'result', timeout: '1m' };
    const { exitCode, text } = await runLocalAction(
      {
        ...Object.fromEntries(
          Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
        ),
        GITHUB_WORKSPACE: workspace,
        RUNNER_TEMP: temp,
        GITHUB_OUTPUT: join(files, 'output'),
        GITHUB_STATE: join(files, 'state'),
        GITHUB_STEP_SUMMARY: join(files, 'summary'),
      },
      temp,
    );
    const [output, state, summary] = await Promise.all(
      ['output', 'state', 'summary'].map((name) => readFile(join(files, name), 'utf8')),
    );

    // The tool ends with 0 whatever comes out of an action that does not see to it itself
    expect({ exitCode, text }).toEqual({ exitCode: 0, text: expect.stringMatching(/Running Post Step/) });
    expect(text).not.toContain('::error');
    expect(output).toMatch(/^outcome<<(\w+)\nsucceeded\n\1$/m);
    expect(summary).toContain('Retrain model');
    expect(await readdir(join(workspace, 'result'))).toHaveLength(1);
    expect(asked(sandbox)).toEqual(
      expect.arrayContaining(['retrainUpload', 'put', 'retrainStatus', 'download']),
    );

    // It hides nothing. A secret stands where a runner is told to hide it, which no runner shows, and nowhere else
    const lines = text.split('\n');
    expect(lines).toContain(`${hide}${access['retrain-key']}`);
    const shown = lines.filter((line) => !line.startsWith(hide));
    expectNoSecrets([shown, output, state, summary], [...secretsIn(sandbox.describe()), ...signed.seen()]);
  } finally {
    signed.stop();
    await Promise.all([sandbox.close(), remove()]);
  }
}, 90_000);
