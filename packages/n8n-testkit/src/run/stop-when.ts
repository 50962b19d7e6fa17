/** Longest time in milliseconds that a node may take to end after it was stopped. */
const patienceMs = 5_000;

async function until(isThere: () => boolean): Promise<void> {
  const patientUntil = performance.now() + 10_000;
  while (!isThere()) {
    if (performance.now() > patientUntil) throw new Error('It never came to that.');
    await new Promise((next) => setTimeout(next, 5));
  }
}

/** Stops an execution as soon as something is seen, sees that it ends soon, and gives what the node said. */
export async function stopWhen(
  isThere: () => boolean,
  run: (signal: AbortSignal) => Promise<unknown>,
): Promise<string> {
  const stop = new AbortController();
  const running = run(stop.signal).then(
    () => 'ended',
    (error: Error) => error.message,
  );
  await until(isThere);
  const stoppedAt = performance.now();
  stop.abort();
  const message = await running;
  expect(performance.now() - stoppedAt).toBeLessThan(patienceMs);
  return message;
}
