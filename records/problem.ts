/**
 * An error that a user may meet: a number (`docs/errors.md`), one cause, the way out in the message. Only a transient
 * one is tried again.
 */
export class Problem extends Error {
  constructor(
    readonly code: `RM-${number}`,
    message: string,
    readonly transient = false,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'Problem';
  }

  /** True also for one that another script of ours made, whose class is its own copy. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'Problem' && 'code' in value;
  }
}
