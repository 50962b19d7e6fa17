import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder with these files, which is removed when the tests of the file are through. */
export function plantedRepository(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'modelferry-lint-'));
  afterAll(() => rmSync(root, { recursive: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** An action with one input that must be given, one that may be, and one output. */
export const plantedAction = `name: Retrain
description: Retrains
inputs:
  training-data:
    description: A file
    required: true
  wait:
    description: Whether to wait
    default: 'true'
outputs:
  job-id:
    description: Id of the job
runs:
  using: node24
  main: ../../dist/retrain.mjs
`;
