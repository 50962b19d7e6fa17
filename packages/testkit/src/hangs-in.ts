/** What a server of faults tells of the requests it got. */
export interface FaultyServer {
  requests(): readonly {
    readonly startedAtMs: number;
    readonly endedAtMs: number | null;
    /** Since when a fault keeps still on it. */
    readonly quietSinceMs?: number;
  }[];
}

/** Whether a fault keeps still, and has done so for a while, on a request that was sent since then: what a watched transport wants to know. */
export const hangsIn =
  (server: FaultyServer) =>
  (sentAtMs: number, quietMs: number): boolean =>
    server
      .requests()
      .some(
        ({ startedAtMs, endedAtMs, quietSinceMs }) =>
          endedAtMs === null &&
          startedAtMs >= sentAtMs &&
          quietSinceMs !== undefined &&
          Date.now() - quietSinceMs > quietMs,
      );
