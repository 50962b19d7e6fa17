/** What a check found wrong. Its message says what was expected and what was there. */
export class Unmet extends Error {}

/** Fails the check unless the condition holds. */
export function expect(condition: boolean, otherwise: string): asserts condition {
  if (!condition) throw new Unmet(otherwise);
}

/** Runs named checks one after another and counts them. */
export class Checks {
  passed = 0;
  failed = 0;
  readonly #say: (line: string) => void;

  constructor(say: (line: string) => void) {
    this.#say = say;
  }

  /** Runs a check; one that fails does not keep the others from running. */
  async run(name: string, check: () => Promise<string>): Promise<void> {
    try {
      const seen = await check();
      this.passed += 1;
      this.#say(`Passed: ${name}: ${seen}`);
    } catch (error) {
      this.failed += 1;
      this.#say(
        `FAILED: ${name}: ${error instanceof Unmet ? error.message : String((error as Error).stack)}`,
      );
    }
  }
}
