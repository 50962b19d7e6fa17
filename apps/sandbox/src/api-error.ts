/** A refusal by status, as the vendors word it. */
export class ApiError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }

  /** What was thrown: a refusal as it is; what the framework refused, or a fault of the sandbox's own, as one. */
  static from(cause: unknown): ApiError {
    if (cause instanceof ApiError) return cause;
    const { statusCode = 500, message } = cause as {
      readonly statusCode?: number;
      readonly message?: string;
    };
    return new ApiError(statusCode, `sandbox: ${message ?? String(cause)}`);
  }
}
