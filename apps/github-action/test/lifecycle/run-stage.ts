import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const source = (file: string) => pathToFileURL(join(__dirname, '../../src', file)).href;

/** What one process of an action has left behind. */
export interface StageEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** stdout and stderr, as they came. */
  readonly text: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** A machine on which steps run: a workspace, a folder for temporary files, and nothing else of the test's own. */
export interface Bench {
  readonly workspace: string;
  readonly temp: string;
  main(step: string, inputs: Inputs, options?: StageOptions): Promise<StageEnd>;
  post(inputs: Inputs, state: Readonly<Record<string, string>>, options?: StageOptions): Promise<StageEnd>;
  remove(): void;
}

type Inputs = Readonly<Record<string, string>>;

export interface StageOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Called with all of the output so far, at each new piece of it; may send a signal. */
  readonly onText?: (text: string, child: ChildProcess) => void;
  readonly onStart?: (child: ChildProcess) => void;
}

export function openBench(): Bench {
  const root = mkdtempSync(join(tmpdir(), 'ferry-bench-'));
  const workspace = mkdtempSync(join(root, 'workspace-'));
  const temp = mkdtempSync(join(root, 'temp-'));
  return {
    workspace,
    temp,
    main: (step, inputs, options) => {
      const [vendor, name] = step.split('/');
      const code =
        vendor === 'chosen'
          ? `(await import('${source('main.ts')}')).runChosen('prediction-one/predict', 'datarobot/wait');`
          : `(await import('${source('main.ts')}')).runStep('${vendor}', '${name}');`;
      return runStage(code, { workspace, temp }, inputs, options);
    },
    post: (inputs, state, options) =>
      runStage(`(await import('${source('post.ts')}')).runPost();`, { workspace, temp }, inputs, {
        ...options,
        env: {
          ...options?.env,
          ...Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value])),
        },
      }),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

function runStage(
  code: string,
  { workspace, temp }: { readonly workspace: string; readonly temp: string },
  inputs: Inputs,
  { env = {}, onText, onStart }: StageOptions = {},
): Promise<StageEnd> {
  const files = mkdtempSync(join(temp, 'commands-'));
  const file = (name: string) => {
    const path = join(files, name);
    writeFileSync(path, '');
    return path;
  };
  const paths = { output: file('output'), state: file('state'), summary: file('summary') };
  const named = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  const child = spawn(
    process.execPath,
    [
      '--conditions=@modelferry/source',
      '--disable-warning=ExperimentalWarning',
      '--input-type=module',
      '-e',
      code,
    ],
    {
      cwd: workspace,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'],
        GITHUB_ACTIONS: 'true',
        GITHUB_WORKSPACE: workspace,
        RUNNER_TEMP: temp,
        GITHUB_OUTPUT: paths.output,
        GITHUB_STATE: paths.state,
        GITHUB_STEP_SUMMARY: paths.summary,
        ...Object.fromEntries(named),
        ...env,
      },
    },
  );
  onStart?.(child);
  let text = '';
  const hear = (chunk: Buffer) => {
    text += chunk.toString();
    onText?.(text, child);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  return new Promise((resolve) => {
    child.on('close', (exitCode, signal) => {
      const read = (path: string) => readFileSync(path, 'utf8');
      resolve({
        code: exitCode,
        signal,
        text,
        outputs: entries(read(paths.output)),
        state: entries(read(paths.state)),
        summary: read(paths.summary),
      });
    });
  });
}

/** Reads the entries of a command file; the last of a name counts. */
const entries = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/^(.+?)<<(.+)\n([\s\S]*?)\n\2\n/gm)].map(([, name = '', , value = '']) => [
      name,
      value,
    ]),
  );
