/** An answer as it came. */
export interface Answer {
  readonly status: number;
  /** Name and value, in order, as they were written. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
}

/** What tells one request from another: IDs are the same in all runs, queries and bodies need not be. */
export interface Asked {
  readonly method: string;
  readonly url: URL;
}

const keyOf = ({ method, url }: Asked): string => `${method} ${url.origin}${url.pathname}`;

/** True answers, given again in their order to whoever asks the same. */
export class Tape {
  readonly #answers = new Map<string, Answer[]>();
  readonly #byMethod = new Map<string, Answer>();
  #length = 0;

  /** How many answers there are. */
  get length(): number {
    return this.#length;
  }

  record(asked: Asked, answer: Answer): void {
    const key = keyOf(asked);
    this.#answers.set(key, [...(this.#answers.get(key) ?? []), answer]);
    if (!this.#byMethod.has(asked.method)) this.#byMethod.set(asked.method, answer);
    this.#length += 1;
  }

  /** A new playing, from the beginning. */
  play(): (asked: Asked) => Answer {
    const rest = new Map([...this.#answers].map(([key, answers]) => [key, [...answers]]));
    return (asked) => {
      const answers = rest.get(keyOf(asked)) ?? [];
      // Whoever asks once more is told the last thing again: a job that has ended stays so
      const next = answers.length > 1 ? answers.shift() : answers[0];
      return next ?? this.#byMethod.get(asked.method) ?? notRecorded;
    };
  }
}

const notRecorded: Answer = {
  status: 404,
  headers: [['content-type', 'application/json']],
  body: Buffer.from('{"message":"not found"}'),
};
