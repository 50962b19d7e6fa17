/** Whether a process with this id runs on this machine. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process may not be signalled, and lives
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
