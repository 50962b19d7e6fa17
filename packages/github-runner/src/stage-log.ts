import type { Masks } from './masks.ts';
import type { Annotation, LineStream, LogLine } from './stage-result.ts';

/** How many annotations of a kind a stage may leave; more are only logged. */
const annotationsPerKind = 10;
/** Longer messages are cut, in characters. */
const messageCharacters = 4_096;

/** Hears of every line as it is recorded. */
export type OnLine = (line: LogLine) => void;

/** The log of one stage. Everything is masked with what is known when it is written. */
export interface StageLog {
  readonly lines: readonly LogLine[];
  readonly annotations: readonly Annotation[];
  /** What the runner itself warned of. */
  readonly warnings: readonly string[];
  /** Whether a command or the runner itself found a fault: then the stage fails whatever its exit code. */
  readonly failed: boolean;
  write(stream: LineStream, text: string): void;
  annotate(
    stream: LineStream,
    kind: Annotation['kind'],
    message: string,
    place?: Partial<Omit<Annotation, 'kind' | 'message'>>,
  ): void;
  /** A warning of the runner itself. */
  warn(message: string): void;
  /** A warning to the reader of the result only: the real runner would not say it here. */
  note(message: string): void;
  /** An error of the runner itself. */
  error(message: string): void;
  /** A fault in what the stage asked of the runner: an error that fails it. */
  fail(message: string): void;
  /** Time since the log was begun, in milliseconds. */
  ms(): number;
}

/** Begins the log of a stage. */
export function createStageLog(masks: Masks, onLine?: OnLine): StageLog {
  const start = performance.now();
  const lines: LogLine[] = [];
  const annotations: Annotation[] = [];
  const warnings: string[] = [];
  let failed = false;
  const log: StageLog = {
    lines,
    annotations,
    warnings,
    get failed() {
      return failed;
    },
    ms: () => Math.round(performance.now() - start),
    write(stream, text) {
      const line = { ms: log.ms(), stream, text: masks.mask(text) };
      lines.push(line);
      onLine?.(line);
    },
    annotate(stream, kind, message, place = {}) {
      const shown = masks.mask(message).slice(0, messageCharacters);
      const maskedPlace = Object.fromEntries(
        Object.entries(place).flatMap(([key, value]) =>
          value === undefined ? [] : [[key, masks.mask(value)]],
        ),
      );
      if (annotations.filter((held) => held.kind === kind).length < annotationsPerKind) {
        annotations.push({ ...maskedPlace, kind, message: shown });
      }
      log.write(stream, `##[${kind}]${shown}`);
    },
    warn(message) {
      warnings.push(masks.mask(message));
      log.annotate('runner', 'warning', message);
    },
    note: (message) => void warnings.push(masks.mask(message)),
    error: (message) => log.annotate('runner', 'error', message),
    fail(message) {
      failed = true;
      log.error(message);
    },
  };
  return log;
}
