import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const dist = join(__dirname, '../../dist');

/** Names every module that is loaded, on a line of stderr of its own. */
const watch = `import { registerHooks } from 'node:module';
registerHooks({ load(url, context, next) { process.stderr.write('loaded ' + url + '\\n'); return next(url, context); } });
`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'modelferry-start-up-'));
  writeFileSync(join(folder, 'watch.mjs'), watch);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function loadedFor(
  entry: string,
): Promise<{ readonly said: string; readonly files: readonly string[] }> {
  const watcher = pathToFileURL(join(folder, 'watch.mjs')).href;
  const ended: unknown = await promisify(execFile)(
    process.execPath,
    ['--import', watcher, join(dist, `${entry}.mjs`)],
    { env: { INPUT_WAIT: 'maybe', GITHUB_WORKSPACE: folder, RUNNER_TEMP: folder } },
  ).catch((error: unknown) => error);
  const { stdout, stderr } = ended as { readonly stdout: string; readonly stderr: string };
  const urls = [...stderr.matchAll(/^loaded (file:.*)$/gm)].map(([, url = '']) => fileURLToPath(url));
  return { said: stdout, files: urls.filter((path) => path.startsWith(dist)) };
}

test.each([
  ...['prediction-one/retrain', 'prediction-one/predict', 'datarobot/batch-predict', 'datarobot/wait'],
  ...['datarobot/predict', 'datarobot/upload-dataset-version', 'datarobot/retrain'],
  ...['datarobot/replace-model', 'abeja/train', 'abeja/wait', 'abeja/register-model'],
  ...['abeja/switch-service', 'abeja/upload-data'],
])('%s tells wrong inputs before it has loaded anything that sends', async (entry) => {
  const { said, files } = await loadedFor(entry);
  expect(said).toContain('is required');
  expect(files.length).toBeLessThanOrEqual(8);
  const code = files.map((path) => readFileSync(path, 'utf8')).join('\n');
  expect(code).toContain('is required');
  // The client, the transports and the libraries behind them
  for (const sender of [
    'class HttpClient',
    'node_modules/undici',
    'packages/node-host/src/',
    'node_modules/csv-',
    'node_modules/ignore',
  ]) {
    expect(code).not.toContain(sender);
  }
});
