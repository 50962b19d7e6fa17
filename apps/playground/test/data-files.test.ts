import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeDataFiles } from '../src/data/data-files.ts';

test('the files to learn from hold the target, and the files to score do not', async () => {
  const userFolder = await mkdtemp(join(tmpdir(), 'modelferry-data-'));
  try {
    const folder = await writeDataFiles(userFolder);
    const headerOf = async (name: string) => (await readFile(join(folder, name), 'utf8')).split('\r\n')[0];
    expect(folder).toBe(join(userFolder, '.n8n-files'));
    expect(await headerOf('cars-train.csv')).toMatch(/\bMiles_per_Gallon\b/);
    expect(await headerOf('cars-to-score.csv')).not.toMatch(/Miles_per_Gallon/);
    expect(await headerOf('penguins-train.csv')).toMatch(/\bSpecies\b/);
    expect(await headerOf('penguins-to-score.csv')).not.toMatch(/Species/);
  } finally {
    await rm(userFolder, { recursive: true });
  }
});
