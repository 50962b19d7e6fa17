import { parse } from 'yaml';

/** The step that a message prints for later, as it would be pasted into a workflow file. */
export function waitSnippet(text: string): {
  readonly action: string;
  readonly given: Readonly<Record<string, string>>;
} {
  const [snippet = ''] = /^- uses: [^]*?(?=\n\S|$(?![^]))/m.exec(text) ?? [];
  const [step] = (parse(snippet) ?? []) as { readonly uses: string; readonly with: Record<string, string> }[];
  const [, action] =
    /^modelferry\/modelferry\/apps\/github-action\/([\w-]+\/[\w-]+)@action-v1$/.exec(step?.uses ?? '') ?? [];
  if (step === undefined || action === undefined) throw new Error(`There is no step in: ${text}`);
  return { action, given: step.with };
}
