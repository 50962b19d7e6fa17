/** How long a process may go on that has told how it ended, in milliseconds. */
const graceMs = 5_000;

/** A process ends by itself when nothing is left to do. One that something still holds by then would hold up the workflow. */
export function leaveSoon(): void {
  setTimeout(() => process.exit(), graceMs).unref();
}
