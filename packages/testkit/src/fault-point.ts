/** A call of an operation that a fault strikes. */
export interface FaultPoint<Call extends string, Nature extends string> {
  readonly operation: string;
  readonly call: Call;
  /** What the call is to its operation. */
  readonly nature: Nature;
  /** How many such calls pass first. @default 0 */
  readonly skip?: number;
  /** Tells it from other points with the same call. */
  readonly when?: string;
}

/** What a table calls it. */
export const nameOfPoint = ({
  operation,
  call,
  when,
}: Pick<FaultPoint<string, string>, 'operation' | 'call' | 'when'>): string =>
  `${operation} @ ${call}${when === undefined ? '' : ` ${when}`}`;
