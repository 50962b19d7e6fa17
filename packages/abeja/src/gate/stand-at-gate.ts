import { EngineError } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import { passGate, type Figures, type GateOutcome, type MetricGate } from './metric-gate.ts';

/** What is held against a gate. */
export interface Candidate {
  /** Begins "... not good enough": `Model 42 is`. */
  readonly what: string;
  readonly figures: Figures | undefined;
  /** What is to be known beside it, as a sentence: `Nothing was switched.` */
  readonly besides: string;
}

/**
 * Holds a model against a gate and tells the user where it is not good enough.
 * @throws EngineError with code `job-failed` then, where the gate is to end the run
 */
export function standAtGate(
  { progress }: Pick<RunContext<unknown>, 'progress'>,
  gate: MetricGate,
  { what, figures, besides }: Candidate,
): GateOutcome {
  const outcome = passGate(figures, gate);
  if (outcome.goodEnough) return outcome;
  const message = `${what} not good enough: ${outcome.said}. ${besides}`;
  if (gate.failIfNotGoodEnough)
    throw new EngineError({ code: 'job-failed', message, remedy: remedyOf(outcome) });
  progress({ type: 'warning', message });
  return outcome;
}

const remedyOf = ({ metricValue }: GateOutcome): string =>
  metricValue === undefined
    ? 'Name a figure that is there, or leave the gate away.'
    : 'Train a better model or ask for less; switch Fail If Not Good Enough off where the outputs are to decide what comes next.';
