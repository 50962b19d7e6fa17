import { LineCounter, parseDocument } from 'yaml';
import { checkNestedSteps } from './check-nested-steps.ts';
import { checkWithActionlint } from './check-with-actionlint.ts';
import { checkWithLanguageService } from './check-with-language-service.ts';
import type { Fault } from './fault.ts';
import { knownOutputs } from './rules/known-outputs.ts';
import { leastPermissions } from './rules/least-permissions.ts';
import { limitedTime } from './rules/limited-time.ts';
import { noExpressionInScript } from './rules/no-expression-in-script.ts';
import { noKeptCredentials } from './rules/no-kept-credentials.ts';
import { pinned } from './rules/pinned.ts';
import type { Rule } from './rules/rule.ts';
import type { Source } from './source.ts';
import type { TextFault } from './text-fault.ts';
import { workflowSteps } from './workflow-steps.ts';
import { workflowText } from './workflow-text.ts';

const rules: Readonly<Record<string, Rule>> = {
  pinned,
  'least-permissions': leastPermissions,
  'no-kept-credentials': noKeptCredentials,
  'limited-time': limitedTime,
  'no-expression-in-script': noExpressionInScript,
  'known-outputs': knownOutputs,
};

/** Everything that is wrong with a source. */
export async function checkSource(root: string, source: Source): Promise<readonly Fault[]> {
  const { text, fileLine } = workflowText(source);
  const named = (rule: string, found: readonly TextFault[]): readonly Fault[] =>
    found.map(({ line, message }) => ({ file: source.file, line: fileLine(line), rule, message }));
  if (source.kind === 'action') {
    return named('language-service', await checkWithLanguageService(root, 'action', text));
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const steps = workflowSteps(document, lines);
  return [
    ...named('language-service', await checkWithLanguageService(root, 'workflow', text)),
    ...named('language-service', await checkNestedSteps(root, steps)),
    ...named('actionlint', await checkWithActionlint(text)),
    ...Object.entries(rules).flatMap(([name, rule]) =>
      named(name, rule({ root, source, text, document, lines, steps })),
    ),
  ];
}
