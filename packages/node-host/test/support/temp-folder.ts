import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of one test file, removed after its last test. */
export function tempFolder(): { readonly path: (name?: string) => string } {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'node-host-test-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return { path: (name = '') => join(folder, name) };
}
