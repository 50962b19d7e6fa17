import { EngineError, type ApiError } from '@modelferry/http';

/** Requests made to find bad rows, in all. One bad row among 10,000 takes about 28. */
export interface Budget {
  left: number;
}

/** What the search needs of the world. Rows go by their indexes. */
export interface RowSearch {
  readonly budget: Budget;
  /** Scores rows. @returns the refusal, where it is owed to them; @throws what no other row will escape */
  score(rows: readonly number[]): Promise<ApiError | undefined>;
  /** A row that is to blame, or that was left with the others' refusal. */
  fail(row: number, error: EngineError): void;
}

/** Single rows that are tried when everything seems to fail. */
const probes = 5;

/** Finds the rows that a request was refused for, by halving it, so that they fail alone. */
export async function findBadRows(
  rows: readonly number[],
  refusal: ApiError,
  { budget, score, fail }: RowSearch,
): Promise<void> {
  const failed = new Set<number>();
  let anyScored = false;
  let end: EngineError | undefined;

  const failOne = (row: number, error: EngineError) => {
    failed.add(row);
    fail(row, error);
  };

  const attempt = async (some: readonly number[]): Promise<ApiError | undefined> => {
    if (end === undefined && budget.left <= 0) end = notFound(refusal);
    if (end !== undefined) {
      for (const row of some) failOne(row, end);
      return undefined;
    }
    budget.left -= 1;
    const refused = await score(some);
    if (!refused) anyScored = true;
    else if (some.length === 1) failOne(some[0] ?? 0, refused);
    return refused;
  };

  const allFailAlike = async (some: readonly number[], said: ApiError): Promise<boolean> => {
    for (let probe = 0; probe < probes; probe++) {
      const at = Math.round((probe * (some.length - 1)) / (probes - 1));
      const refused = await attempt(some.slice(at, at + 1));
      if (!refused || wordsOf(refused) !== wordsOf(said)) return false;
    }
    return true;
  };

  const divide = async (some: readonly number[], said: ApiError): Promise<void> => {
    if (some.length < 2) return;
    const middle = some.length >> 1;
    const refused: { half: readonly number[]; error: ApiError }[] = [];
    for (const half of [some.slice(0, middle), some.slice(middle)]) {
      const error = await attempt(half);
      if (error) refused.push({ half, error });
    }
    if (refused.length === 2 && !anyScored && some.length > 2 * probes && (await allFailAlike(some, said))) {
      end = said;
    }
    for (const { half, error } of refused) {
      const open = half.filter((row) => !failed.has(row));
      if (open.length === half.length && end === undefined) await divide(half, error);
      else if (open.length > 0) {
        const again = await attempt(open);
        if (again) await divide(open, again);
      }
    }
  };

  if (rows.length === 1) failOne(rows[0] ?? 0, refusal);
  else await divide(rows, refusal);
}

/** What a server says, whichever row it counts. */
const wordsOf = ({ status, vendorMessage = '' }: ApiError): string =>
  `${status} ${vendorMessage.replace(/\d+/g, '#')}`;

const notFound = (refusal: ApiError): EngineError =>
  new EngineError({
    code: refusal.code,
    message: `${refusal.message} Other rows were refused, too, and which of them are to blame was not looked for any longer.`,
    remedy: 'Correct the rows that failed before, then score the others again.',
    cause: refusal,
  });
