import type { Redactor } from '@modelferry/http';
import type { Fact } from '../outcome/step-report.ts';
import { escape, escapeAttribute } from './escape.ts';

/** Longest value of a fact, in characters. */
const maxValueLength = 500;

/** What there is to know, a line each. */
export function factsTable(facts: readonly Fact[], redact: Redactor): readonly string[] {
  if (facts.length === 0) return [];
  return [
    '| | |',
    '| --- | --- |',
    ...facts.map((fact) => `| ${escape(fact.title)} | ${cell(fact, redact)} |`),
  ];
}

function cell({ value, exact, url }: Fact, redact: Redactor): string {
  const shown = redact(value);
  const text = escape(shown.length > maxValueLength ? `${shown.slice(0, maxValueLength)}...` : shown);
  if (url !== undefined && /^https:\/\//.test(url))
    return `<a href="${escapeAttribute(redact(url))}">${text}</a>`;
  return exact ? `<code>${text}</code>` : text;
}
