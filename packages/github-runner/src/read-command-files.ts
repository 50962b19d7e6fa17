import { setCaseless } from './caseless-record.ts';
import type { CommandFiles } from './command-files.ts';
import type { Masks } from './masks.ts';
import { parsePairs } from './parse-pairs.ts';
import type { StageLog } from './stage-log.ts';

/** The largest step summary of a stage, in bytes. */
const summaryBytes = 1_048_576;

/** What the files of a stage act on. */
export interface FileTargets {
  readonly log: StageLog;
  readonly masks: Masks;
  readonly outputs: Record<string, string>;
  readonly state: Record<string, string>;
  /** The environment of later stages of the job. */
  readonly env: Record<string, string>;
  /** Folders put before PATH for later stages, the last added first. */
  readonly path: string[];
}

/**
 * Takes over what a stage left in its files, however it ended.
 * @returns the summary, masked line by line
 */
export async function readCommandFiles(files: CommandFiles, targets: FileTargets): Promise<string> {
  const { log, outputs, state } = targets;
  takePath(await files.read('path'), targets.path);
  const setEnv = (name: string, value: string) => {
    if (name.toUpperCase() !== 'NODE_OPTIONS') targets.env[name] = value;
    else log.error("Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command.");
  };
  takePairs('env', await files.read('env'), log, setEnv);
  const summary = await takeSummary(files, targets);
  takePairs('state', await files.read('state'), log, (name, value) => setCaseless(state, name, value));
  takePairs('output', await files.read('output'), log, (name, value) => setCaseless(outputs, name, value));
  return summary;
}

function takePairs(
  kind: string,
  text: string,
  log: StageLog,
  set: (name: string, value: string) => void,
): void {
  const { pairs, fault } = parsePairs(text);
  for (const [name, value] of pairs) set(name, value);
  if (fault === undefined) return;
  log.fail(`Unable to process file command '${kind}' successfully.`);
  log.error(fault);
}

function takePath(text: string, path: string[]): void {
  for (const entry of text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)) {
    if (entry === '') continue;
    const held = path.indexOf(entry);
    if (held >= 0) path.splice(held, 1);
    path.unshift(entry);
  }
}

async function takeSummary(files: CommandFiles, { log, masks }: FileTargets): Promise<string> {
  const sizeBytes = await files.sizeBytes('summary');
  if (sizeBytes <= summaryBytes) {
    return (await files.read('summary')).split('\n').map(masks.mask).join('\n');
  }
  log.error(
    `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of ${summaryBytes / 1024}k, got ${Math.ceil(sizeBytes / 1024)}k.`,
  );
  return '';
}
