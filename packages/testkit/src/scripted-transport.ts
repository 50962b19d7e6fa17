import {
  TransportError,
  type BodyTaken,
  type ResponseBody,
  type Transport,
  type TransportRequest,
  type TransportResponse,
} from '@modelferry/http';
import { recordRequest, type RecordedRequest } from './recorded-request.ts';
import type { AnswerStep, ScriptStep } from './script-step.ts';

/** A transport that does what it was told, request by request. */
export interface ScriptedTransport extends Transport {
  /** Every request so far, in order. */
  readonly requests: readonly RecordedRequest[];
  /**
   * Ends a test: every planned step was used, no other request came, every expectation held, and every answer's body
   * was read to its end or cancelled.
   */
  expectConsumed(): void;
}

/** Answers planned in order. */
export function scriptedTransport(steps: readonly ScriptStep[]): ScriptedTransport {
  const requests: RecordedRequest[] = [];
  const problems: unknown[] = [];
  const openBodies = new Set<string>();
  let sent = 0;

  async function send(request: TransportRequest): Promise<TransportResponse> {
    const number = ++sent;
    const label = `request ${number} (${request.method} ${request.url})`;
    const step = steps[number - 1];
    if (!step) {
      const problem = new Error(`No step is planned for ${label}.`);
      problems.push(problem);
      throw problem;
    }
    if (request.signal.aborted) throw failed('aborted', 'none');
    const recorded = await recordRequest(request, step.takeBytes);
    requests[number - 1] = recorded;
    try {
      step.expect?.(recorded);
    } catch (error) {
      problems.push(error);
      throw error;
    }
    const taken: BodyTaken = step.takeBytes === undefined ? 'all' : step.takeBytes > 0 ? 'part' : 'none';
    if ('fail' in step) throw failed(step.fail, taken);
    if ('hang' in step) return hang(request.signal, step.hang, taken);
    return {
      status: step.status,
      headers: {
        ...(step.json === undefined ? {} : { 'content-type': 'application/json' }),
        ...step.headers,
      },
      body: scriptedBody(step, request.signal, label, openBodies),
    };
  }

  return {
    send,
    requests,
    expectConsumed: () => {
      if (problems.length > 0) throw problems[0];
      if (sent < steps.length) throw new Error(`Only ${sent} of ${steps.length} planned steps were used.`);
      const [open] = openBodies;
      if (open) throw new Error(`The answer to ${open} was neither read to its end nor cancelled.`);
    },
  };
}

const failed = (kind: TransportError['kind'], bodyTaken: BodyTaken): TransportError =>
  new TransportError({ kind, message: `planned failure: ${kind}`, bodyTaken });

function hang(signal: AbortSignal, how: 'until-abort' | 'deaf', taken: BodyTaken): Promise<never> {
  return new Promise((_, reject) => {
    if (how === 'deaf') return;
    const onAbort = () => reject(failed('aborted', taken));
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  });
}

function scriptedBody(
  step: AnswerStep,
  signal: AbortSignal,
  label: string,
  openBodies: Set<string>,
): ResponseBody {
  const bytes =
    step.bytes ??
    new TextEncoder().encode(step.json === undefined ? (step.text ?? '') : JSON.stringify(step.json));
  if (bytes.length > 0 || step.chunks || step.bodyEnds) openBodies.add(label);
  async function* read(): AsyncGenerator<Uint8Array> {
    try {
      if (step.chunks) yield* step.chunks;
      else if (bytes.length > 0) yield bytes;
      if (step.bodyEnds === 'broken') throw failed('network', 'all');
      if (step.bodyEnds === 'silent') await hang(signal, 'until-abort', 'all');
    } finally {
      openBodies.delete(label);
    }
  }
  return {
    [Symbol.asyncIterator]: read,
    cancel: () => {
      openBodies.delete(label);
    },
  };
}
