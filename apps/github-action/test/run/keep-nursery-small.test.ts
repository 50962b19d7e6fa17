import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const mib = 1024 * 1024;

/**
 * Passes 64 MiB as a download does: buffers of 64 KiB, and small objects beside each. Prints how much there was at most in
 * its second half: V8 reads a flag of these when it clears.
 */
const passing = (before: string) => `
  import { keepNurserySmall } from './src/run/keep-nursery-small.ts';
  import { setImmediate } from 'node:timers/promises';
  const loaded = Array.from({ length: 50_000 }, () => ({})); // The space for new objects has grown by then
  ${before}
  let most = 0;
  for (let turn = 0; turn < 1024; turn++) {
    Buffer.allocUnsafeSlow(64 * 1024).fill(turn);
    Array.from({ length: 100 }, () => ({ turn }));
    if (turn >= 512) most = Math.max(most, process.memoryUsage().arrayBuffers);
    await setImmediate();
  }
  console.log(most + ' of ' + loaded.length);`;

async function mostBytes(before: string): Promise<{ readonly bytes: number; readonly said: string }> {
  const args = ['--conditions=@modelferry/source', '--input-type=module', '--eval', passing(before)];
  const { stdout, stderr } = await run(process.execPath, args, { cwd: join(__dirname, '../..') });
  return { bytes: Number.parseInt(stdout), said: stderr };
}

test('buffers that were read are freed long before the space for new objects is full', async () => {
  const [kept, left] = await Promise.all([mostBytes('keepNurserySmall();'), mostBytes('')]);
  expect(kept.said).toBe(''); // V8 knows the flags
  expect(kept.bytes).toBeLessThan(12 * mib);
  expect(left.bytes).toBeGreaterThan(24 * mib); // Or it would prove nothing
});
