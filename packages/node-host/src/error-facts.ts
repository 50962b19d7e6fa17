/** The code that errors of Node.js, OpenSSL and undici carry, some of them only on their cause. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'cause' in error ? codeOf(error.cause) : undefined;
}

/**
 * Whether a connection was still being made. Node.js tries the addresses of a name one after the other, and fails with all
 * of their errors.
 */
export function isConnecting(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { syscall, errors, cause } = error as { syscall?: unknown; errors?: unknown; cause?: unknown };
  return syscall === 'connect' || syscall === 'getaddrinfo' || Array.isArray(errors) || isConnecting(cause);
}

/** What an error says, whichever realm it comes from. */
export const messageOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
