import type { Redactor } from '@modelferry/http';
import type { Fact } from '../outcome/step-report.ts';
import { code, escape, escapeAttribute } from './escape.ts';

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

function cell({ value, exact, url, note }: Fact, redact: Redactor): string {
  const shown = redact(value);
  const text = shown.length > maxValueLength ? `${shown.slice(0, maxValueLength)}...` : shown;
  if (url !== undefined && /^https:\/\//.test(url))
    return `<a href="${escapeAttribute(redact(url))}">${escape(text)}</a>`;
  return `${exact ? code(text) : escape(text)}${note === undefined ? '' : ` (${escape(redact(note))})`}`;
}
