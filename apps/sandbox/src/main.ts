import { BadFlag, readFlags, usage } from './cli-options.ts';
import { startSandbox } from './start-sandbox.ts';

/** `npm run sandbox`: only the ready line goes to stdout, so that a program can read it. */
async function main(): Promise<void> {
  const options = readFlags(process.argv.slice(2));
  if (options === 'help') {
    process.stdout.write(usage);
    return;
  }
  // Before the start: a signal that comes during it must not leave a folder behind
  const stopped = new Promise<string>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  const sandbox = await startSandbox(options);
  void stopped.then((signal) => {
    process.stderr.write(`sandbox: stopping on ${signal}\n`);
    return sandbox.close();
  });
  process.stdout.write(`${JSON.stringify(sandbox.describe())}\n`);
  process.stderr.write(`sandbox: ready, control at ${sandbox.describe().control}; stop with Ctrl-C\n`);
}

main().catch((error: unknown) => {
  const isMistake = error instanceof BadFlag || error instanceof RangeError;
  const message = error instanceof Error ? error.message : String(error);
  const remedy = isPortTaken(error)
    ? ' Pass another --port: the seven after it must be free as well. Without --port, free ones are found.'
    : '';
  const code = isMistake ? 2 : 1;
  // Whatever a start has begun when it fails must not keep the process
  process.stderr.write(
    `sandbox: could not start. ${message}${remedy && `.${remedy}`}\n${isMistake ? `\n${usage}` : ''}`,
    () => process.exit(code),
  );
});

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}
