/**
 * A reason for which the program cannot start or a command cannot run, in one sentence for the person who ran it.
 * It ends the process with exit code 2 and no stack trace. Anything else thrown is a bug and shows its stack.
 */
export class StartRefusal extends Error {
  override name = 'StartRefusal';
}
