/** An error on purpose: a code of the closed vocabulary, which is also the key of its words. */
export class AppError extends Error {
  readonly code: string;
  readonly details: unknown;

  constructor(code: string, details?: unknown) {
    super(code);
    this.name = "AppError";
    this.code = code;
    this.details = details;
  }
}

/** The code to show for anything that was thrown. */
export const errorCodeOf = (error: unknown): string =>
  error instanceof AppError ? error.code : "server.failed";
