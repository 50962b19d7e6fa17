import type { Step } from './step.ts';
import { asList, asRecord, asText, type YamlRecord } from '../yaml-values.ts';

/**
 * Reads one step.
 * @param defaults the `defaults.run` that hold for it
 * @throws Error when it is none of the steps there are
 */
export function parseStep(step: YamlRecord, defaults: YamlRecord): Step {
  const common = {
    id: text(step['id']),
    name: text(step['name']),
    if: text(step['if']),
    env: asRecord(step['env']),
    continueOnError: step['continue-on-error'],
    timeoutMinutes: step['timeout-minutes'],
    background: step['background'] === true,
  };
  if (step['uses'] !== undefined) {
    return { ...common, kind: 'uses', uses: asText(step['uses']), with: asRecord(step['with']) };
  }
  if (step['run'] !== undefined) {
    const shell = text(step['shell'] ?? defaults['shell']);
    const workingDirectory = text(step['working-directory'] ?? defaults['working-directory']);
    return { ...common, kind: 'run', run: asText(step['run']), shell, workingDirectory };
  }
  if (step['parallel'] !== undefined) {
    const steps = asList(step['parallel']).map((inner) => parseStep(asRecord(inner), defaults));
    return { ...common, kind: 'parallel', steps: steps.map(onlyWork) };
  }
  for (const kind of ['wait', 'cancel'] as const) {
    if (step[kind] !== undefined) return { ...common, kind, targets: asList(step[kind]).map(asText) };
  }
  // As a bare key its value is null
  if ('wait-all' in step && step['wait-all'] !== false) return { ...common, kind: 'wait-all', targets: [] };
  throw new Error(
    `While reading the step '${common.name ?? common.id ?? Object.keys(step).join(', ')}': ` +
      "give it one of 'uses', 'run', 'wait', 'wait-all', 'cancel' or 'parallel'.",
  );
}

function onlyWork(step: Step) {
  if ((step.kind === 'uses' || step.kind === 'run') && !step.background) return step;
  throw new Error("While reading a 'parallel' step: only plain 'uses' and 'run' steps may stand in it.");
}

const text = (value: unknown) => (value === undefined ? undefined : asText(value));
