/** Most connections to one origin at a time, on all paths together: uncapped, a burst stalls the event loop for seconds. */
const mostPerOrigin = 8;

/** Something that holds at most one connection at a time, and is used by one request at a time. */
export interface Connection {
  /** Ends what it holds, also in the middle of a request. */
  close(): void | Promise<void>;
}

/** One of the paths that share an origin's connections. */
export interface Path<C extends Connection> {
  /** How many of them it may use at a time. */
  readonly most: number;
  /** @throws what the request then fails with */
  open(origin: string): C;
}

/** A place at an origin. One of both ends it; what is called after that does nothing. */
export interface Place<C extends Connection> {
  readonly connection: C;
  /** The request is over: the connection is kept for the next. */
  keep(): void;
  /** The request failed: the connection is closed. */
  drop(): void;
}

/** Shares the connections of each origin between the paths, first come first served. */
export interface ConnectionGate {
  /**
   * Waits for a place.
   * @param onHeldBack hears true where there is none at once, and false when the waiting is over
   * @throws the signal's reason, at once
   */
  enter<C extends Connection>(
    path: Path<C>,
    origin: string,
    signal: AbortSignal,
    onHeldBack?: (isHeldBack: boolean) => void,
  ): Promise<Place<C>>;
  /** Closes every connection, also those in use, and lets nobody in any more. */
  close(): Promise<void>;
}

/** A new gate, with nothing open. */
export function connectionGate(): ConnectionGate {
  const origins = new Map<string, OriginGate>();
  let closed = false;
  return {
    async enter(path, origin, signal, onHeldBack) {
      signal.throwIfAborted();
      if (closed) throw new Error('the transport is closed.');
      const gate = origins.get(origin) ?? new OriginGate(origin);
      origins.set(origin, gate);
      return gate.enter(path, signal, onHeldBack);
    },
    async close() {
      closed = true;
      await Promise.all([...origins.values()].map((gate) => gate.close()));
    },
  };
}

interface Held {
  readonly path: Path<Connection>;
  readonly connection: Connection;
}

interface Waiting {
  readonly path: Path<Connection>;
  admit(): void;
  refuse(reason: unknown): void;
}

class OriginGate {
  readonly #origin: string;
  readonly #busy = new Set<Held>();
  /** Idle connections; the one that was used last comes last. */
  readonly #kept: Held[] = [];
  readonly #waiting = new Set<Waiting>();

  constructor(origin: string) {
    this.#origin = origin;
  }

  enter<C extends Connection>(
    path: Path<C>,
    signal: AbortSignal,
    onHeldBack?: (isHeldBack: boolean) => void,
  ): Promise<Place<C>> {
    return new Promise((resolve, reject) => {
      let isHeldBack = false;
      const leave = () => waiting.refuse(signal.reason);
      const settled = () => {
        this.#waiting.delete(waiting);
        signal.removeEventListener('abort', leave);
        if (isHeldBack) onHeldBack?.(false);
      };
      const waiting: Waiting = {
        path,
        admit: () => {
          settled();
          try {
            resolve(this.#take(path));
          } catch (error) {
            reject(error);
          }
        },
        refuse: (reason) => {
          settled();
          reject(reason);
        },
      };
      signal.addEventListener('abort', leave, { once: true });
      this.#waiting.add(waiting);
      this.#admit();
      isHeldBack = this.#waiting.has(waiting);
      if (isHeldBack) onHeldBack?.(true);
    });
  }

  async close(): Promise<void> {
    for (const waiting of this.#waiting) waiting.refuse(new Error('the transport was closed.'));
    await Promise.all([...this.#busy, ...this.#kept.splice(0)].map(({ connection }) => connection.close()));
  }

  #admit(): void {
    for (const waiting of this.#waiting) {
      if (this.#busy.size >= mostPerOrigin) return;
      // A path that has all it may have lets those of the others go first
      if (this.#busyOn(waiting.path) < waiting.path.most) waiting.admit();
    }
  }

  #busyOn(path: Path<Connection>): number {
    return [...this.#busy].filter((held) => held.path === path).length;
  }

  #take<C extends Connection>(path: Path<C>): Place<C> {
    const at = this.#kept.findLastIndex((held) => held.path === path);
    const [kept] = at < 0 ? [] : this.#kept.splice(at, 1);
    // An idle connection of another path takes up a place too
    if (!kept && this.#busy.size + this.#kept.length >= mostPerOrigin)
      void this.#kept.shift()?.connection.close();
    const connection = (kept?.connection as C | undefined) ?? path.open(this.#origin);
    const held: Held = { path, connection };
    this.#busy.add(held);
    const leave = (then: () => void) => {
      if (!this.#busy.delete(held)) return;
      then();
      this.#admit();
    };
    return {
      connection,
      keep: () => leave(() => this.#kept.push(held)),
      drop: () => leave(() => void connection.close()),
    };
  }
}
