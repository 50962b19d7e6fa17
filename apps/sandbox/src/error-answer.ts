/** An error as it is sent. */
export interface ErrorAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

export function jsonError(status: number, value: unknown): ErrorAnswer {
  return { status, contentType: 'application/json; charset=utf-8', body: JSON.stringify(value) };
}

export function htmlError(status: number, message: string): ErrorAnswer {
  const body = `<html><head><title>${status}</title></head><body><h1>${message}</h1></body></html>`;
  return { status, contentType: 'text/html; charset=utf-8', body };
}

export function emptyError(status: number): ErrorAnswer {
  return { status, contentType: 'text/plain', body: '' };
}
