import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * One SHA-256 over those of all files that match, in order of their names; empty where nothing matches. A pattern that
 * begins with `!` takes away.
 */
export function hashFiles(workspace: string, patterns: readonly string[]): string {
  const find = (pattern: string) => globSync(pattern, { cwd: workspace });
  const taken = new Set(
    patterns.filter((pattern) => pattern.startsWith('!')).flatMap((pattern) => find(pattern.slice(1))),
  );
  const names = new Set(patterns.filter((pattern) => !pattern.startsWith('!')).flatMap(find));
  const files = [...names]
    .filter((name) => !taken.has(name))
    .map((name) => join(workspace, name))
    .filter((path) => statSync(path).isFile())
    .sort();
  if (files.length === 0) return '';
  const whole = createHash('sha256');
  for (const path of files) whole.update(createHash('sha256').update(readFileSync(path)).digest());
  return whole.digest('hex');
}
