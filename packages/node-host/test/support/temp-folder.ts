import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of one test file, removed after its last test. */
export interface TempFolder {
  path(name?: string): string;
  /** Writes a file of this length, in bytes, for tests to which it does not matter what stands in it. */
  newFile(name: string, length: number): Promise<string>;
}

export function tempFolder(): TempFolder {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'node-host-test-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const path = (name = '') => join(folder, name);
  return {
    path,
    async newFile(name, length) {
      await writeFile(path(name), Buffer.alloc(length, 'modelferry'));
      return path(name);
    },
  };
}
