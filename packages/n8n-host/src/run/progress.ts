import type { Clock, Redactor } from '@modelferry/http';
import { figuresText, jobName, progressText, type ProgressEvent } from '@modelferry/operation';
import type { IExecuteFunctions, NodeExecutionHint } from 'n8n-workflow';

/** Shortest time between two lines about the same thing that is still going on, in milliseconds. */
const lineEveryMs = 10_000;

/** How many hints of a type one run may show: a warning for each of 1000 items would hide the output. */
const maxHints = 5;

export type TellingContext = Pick<IExecuteFunctions, 'logger'> &
  Partial<Pick<IExecuteFunctions, 'addExecutionHints'>>;

/**
 * Tells what goes on. n8n shows nothing of a node while it runs, so it is told to the log; warnings, and what a job has told
 * of its work in the end, are shown after the run, too.
 */
export interface Teller {
  /** For one item. */
  progress(itemIndex: number): (event: ProgressEvent) => void;
  /** An item is done with: its job tells no more figures. */
  end(itemIndex: number): void;
  warn(message: string): void;
}

export function createTeller(context: TellingContext, clock: Clock, redact: Redactor): Teller {
  const hints = { info: new Set<string>(), warning: new Set<string>() };
  const lastFigures = new Map<number, string>();
  const hint = (type: keyof typeof hints, message: string) => {
    const told = hints[type];
    if (told.has(message) || told.size >= maxHints) return;
    told.add(message);
    const shown: NodeExecutionHint = { message, type, location: 'outputPane' };
    context.addExecutionHints?.(shown);
  };
  const warn = (message: string, item = '') => {
    const safe = redact(message);
    context.logger.warn(safe + item);
    hint('warning', safe);
  };
  return {
    warn,
    end(itemIndex) {
      const figures = lastFigures.get(itemIndex);
      if (figures !== undefined) hint('info', redact(figures));
      lastFigures.delete(itemIndex);
    },
    progress: (itemIndex) => {
      const item = ` [item ${itemIndex}]`;
      const saidAtMs = new Map<string, number>();
      return (event) => {
        if (event.type === 'warning') return warn(event.message, item);
        const figures = event.type === 'status' && figuresText(event.snapshot.figures);
        if (figures) lastFigures.set(itemIndex, `The last figures of ${jobName(event.job)}: ${figures}`);
        const { key, ends } = subjectOf(event);
        // The first and the last of a row of steps are always said
        const last = saidAtMs.get(key);
        if (key !== '' && !ends && last !== undefined && clock.now() - last < lineEveryMs) return;
        saidAtMs.set(key, clock.now());
        context.logger[event.type === 'fault' ? 'warn' : 'info'](redact(progressText(event)) + item);
      };
    },
  };
}

interface Subject {
  /** What it is about; empty where each event is news. */
  readonly key: string;
  readonly ends: boolean;
}

function subjectOf(event: ProgressEvent): Subject {
  switch (event.type) {
    case 'rows':
      return { key: 'rows', ends: event.done === event.total };
    case 'upload':
    case 'download':
      return { key: `${event.type}:${event.name}`, ends: event.bytes === event.totalBytes };
    default:
      return { key: '', ends: false };
  }
}
