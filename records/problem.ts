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
}
