import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { asRecord, asText } from './yaml-values.ts';

/** What an action says of one of its inputs. */
export interface DeclaredInput {
  /** As written: it may hold an expression. */
  readonly default: string;
  readonly deprecationMessage?: string;
}

/** What the runner reads in an `action.yml`. */
export interface ActionFile {
  readonly name: string;
  readonly inputs: Readonly<Record<string, DeclaredInput>>;
  readonly outputs: readonly string[];
  /** Relative to the folder of the action; may hold `..`. */
  readonly main: string;
  readonly post?: string;
  /** @default 'always()' */
  readonly postIf: string;
}

/** The runtimes that end in a Node process. */
const nodeRuntimes = ['node12', 'node16', 'node20', 'node24'];

/**
 * Reads the `action.yml` (or `action.yaml`) of a folder.
 * @throws Error when there is none, or it is no action that runs on Node
 */
export async function readActionFile(actionDir: string): Promise<ActionFile> {
  const path = join(actionDir, 'action.yml');
  const text = await readFile(path, 'utf8').catch(() => readFile(join(actionDir, 'action.yaml'), 'utf8'));
  const file = asRecord(parse(text));
  const runs = asRecord(file['runs']);
  if (!nodeRuntimes.includes(asText(runs['using'])) || asText(runs['main']) === '') {
    throw new Error(
      `While reading the action ${path}: it runs by '${asText(runs['using'])}'. Give it 'using: node24' and a 'main'.`,
    );
  }
  const inputs = Object.entries(asRecord(file['inputs'])).map(([name, value]) => {
    const { default: given, deprecationMessage } = asRecord(value);
    const message =
      deprecationMessage === undefined ? {} : { deprecationMessage: asText(deprecationMessage) };
    return [name, { default: asText(given), ...message }] as const;
  });
  return {
    name: asText(file['name']),
    inputs: Object.fromEntries(inputs),
    outputs: Object.keys(asRecord(file['outputs'])),
    main: asText(runs['main']),
    post: runs['post'] === undefined ? undefined : asText(runs['post']),
    postIf: asText(runs['post-if'] ?? 'always()'),
  };
}
