import { isMap, isScalar, isSeq, type Document, type LineCounter, type YAMLMap } from 'yaml';

/** A step of a job, or of a `parallel` block in it. */
export interface WorkflowStep {
  readonly jobId: string;
  /** From 1. */
  readonly line: number;
  readonly map: YAMLMap;
  /** `owner/repository/folder@ref`, where it uses an action. */
  readonly uses: string | undefined;
  /** What stands behind `uses` as a comment. */
  readonly comment: string;
  /** Whether it stands in a `parallel` block. */
  readonly nested: boolean;
}

/** Every step of a workflow, in order. */
export function workflowSteps(document: Document, lines: LineCounter): readonly WorkflowStep[] {
  const jobs = document.get('jobs');
  if (!isMap(jobs)) return [];
  return jobs.items.flatMap(({ key, value }) =>
    isMap(value) ? stepsIn(value.get('steps'), lines, String(key), false) : [],
  );
}

function stepsIn(list: unknown, lines: LineCounter, jobId: string, nested: boolean): readonly WorkflowStep[] {
  if (!isSeq(list)) return [];
  return list.items.filter(isMap).flatMap((map) => {
    const uses = map.get('uses', true);
    const step: WorkflowStep = {
      jobId,
      line: lines.linePos(map.range?.[0] ?? 0).line,
      map,
      uses: isScalar(uses) ? String(uses.value) : undefined,
      comment: isScalar(uses) ? (uses.comment ?? '').trim() : '',
      nested,
    };
    return [step, ...stepsIn(map.get('parallel'), lines, jobId, true)];
  });
}
