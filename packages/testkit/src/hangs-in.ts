/** What a server of faults tells of the requests it got, and of the faults it made. */
export interface FaultyServer {
  requests(): readonly {
    readonly faultId?: string;
    readonly startedAtMs: number;
    readonly endedAtMs: number | null;
  }[];
  readonly faults: { list(): readonly { readonly id: string; readonly kind: string }[] };
}

/** The faults that never answer. */
const hanging: ReadonlySet<string> = new Set(['timeout', 'stall', 'stall-mid-upload', 'stall-mid-body']);

/** Whether a request that was sent since then has met a fault that never answers: what a watched transport wants to know. */
export const hangsIn =
  (server: FaultyServer) =>
  (sentAtMs: number, quietMs: number): boolean => {
    const hangs = server.faults.list().filter(({ kind }) => hanging.has(kind));
    if (hangs.length === 0) return false;
    return server
      .requests()
      .some(
        ({ faultId, endedAtMs, startedAtMs }) =>
          endedAtMs === null &&
          startedAtMs >= sentAtMs &&
          Date.now() - startedAtMs > quietMs &&
          hangs.some(({ id }) => id === faultId),
      );
  };
