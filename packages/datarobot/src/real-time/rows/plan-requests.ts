/** What a request may hold. */
export interface RequestLimits {
  /** Longest body, in bytes. */
  readonly maxBytes: number;
  readonly maxRows: number;
}

/** Which rows go together, by their indexes, and which fit into no request. */
export interface RequestPlan {
  readonly requests: readonly (readonly number[])[];
  readonly tooLarge: readonly number[];
}

/** The brackets around a JSON list. */
const bracketBytes = 2;

/**
 * Puts rows into as few requests as they fit into, in order.
 * @param rowBytes length of each row's JSON, in bytes
 */
export function planRequests(rowBytes: readonly number[], { maxBytes, maxRows }: RequestLimits): RequestPlan {
  const requests: number[][] = [];
  const tooLarge: number[] = [];
  let current: number[] = [];
  let filled = bracketBytes;
  rowBytes.forEach((bytes, index) => {
    if (bytes + bracketBytes > maxBytes) {
      tooLarge.push(index);
      return;
    }
    const comma = current.length > 0 ? 1 : 0;
    if (current.length === 0 || current.length >= maxRows || filled + comma + bytes > maxBytes) {
      current = [];
      requests.push(current);
      filled = bracketBytes + bytes;
    } else {
      filled += comma + bytes;
    }
    current.push(index);
  });
  return { requests, tooLarge };
}
