/**
 * Aborts at an error that nothing has caught. The process does not die of it: a job may be under way at the vendor, about
 * which there is something to say.
 */
export function abortOnUnforeseen(stop: AbortController): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => stop.abort(error));
  }
}
