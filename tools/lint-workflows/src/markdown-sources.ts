import { parse } from 'yaml';
import type { Source } from './source.ts';

const stepKeys = ['uses', 'run', 'wait', 'wait-all', 'cancel', 'parallel'];

/**
 * The YAML blocks of a Markdown page that are workflows or steps; other YAML is passed over.
 * @throws Error when a block is not YAML at all
 */
export function markdownSources(file: string, markdown: string): readonly Source[] {
  const fences = markdown.matchAll(/^(?<indent>[ \t]*)```ya?ml[^\n]*\n(?<body>.*?)^[ \t]*```[ \t]*$/gms);
  return [...fences].flatMap(({ index, groups: { indent = '', body = '' } = {} }) => {
    const firstLine = markdown.slice(0, index).split('\n').length + 1;
    const text = body.replaceAll(new RegExp(`^${indent}`, 'gm'), '');
    const kind = kindOf(file, firstLine, text);
    return kind === undefined ? [] : [{ file, firstLine, kind, text }];
  });
}

function kindOf(file: string, line: number, text: string): Source['kind'] | undefined {
  const value = parsed(file, line, text);
  if (Array.isArray(value)) return value.length > 0 && value.every(isStep) ? 'steps' : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  if ('jobs' in value || 'on' in value) return 'workflow';
  return 'runs' in value ? 'action' : undefined;
}

const isStep = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && stepKeys.some((key) => key in value);

function parsed(file: string, line: number, text: string): unknown {
  try {
    return parse(text);
  } catch (cause) {
    throw new Error(`The block in ${file}, line ${line}, is not YAML: ${(cause as Error).message}`, {
      cause,
    });
  }
}
