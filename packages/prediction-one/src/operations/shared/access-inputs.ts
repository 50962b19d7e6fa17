import { texts } from '@modelferry/operation';
import * as v from 'valibot';
import type { AccessRule } from '../../client/classifiers.ts';

const octet = '(25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const cidr4 = `${octet}(\\.${octet}){3}(/(3[0-2]|[12]?\\d))?`;
const cidr6 = '(?=[^:]*:)[0-9a-f:]*(/(12[0-8]|1[01]\\d|\\d?\\d))?';

/** An IP address or a range of them (CIDR). */
export const sources = {
  pattern: new RegExp(`^(${cidr4}|${cidr6})$`, 'i'),
  patternHint: 'IP addresses or ranges such as 203.0.113.0/24',
};

const words = (who: string) => `IP addresses or ranges (CIDR) that ${who} score; 0.0.0.0/0 is everyone`;

export const allowedSources = texts({
  title: 'Allowed Sources',
  description: words('may'),
  placeholder: 'e.g. 203.0.113.0/24',
  ...sources,
});

export const deniedSources = v.optional(
  texts({
    title: 'Denied Sources',
    description: words('may not'),
    placeholder: 'e.g. 203.0.113.7',
    advanced: true,
    ...sources,
  }),
);

/** Rules with a priority each, the denied first. Which end of the numbers wins is not documented (specification, Q15). */
export const accessRules = (
  allowed: readonly string[],
  denied: readonly string[] = [],
): readonly AccessRule[] =>
  [
    ...denied.map((source) => ({ source, order: 'deny' })),
    ...allowed.map((source) => ({ source, order: 'allow' })),
  ].map((rule, priority) => ({ ...rule, priority }));

/** Told where some are let in and others kept out: a range may name both. */
export const undocumentedOrder =
  'Some sources are allowed and others denied. Which rule decides about an address that both name is not documented: score from a denied one to see that it is kept out.';

/** The sources that rules now allow, or deny. */
export const sourcesOf = (
  rules: readonly AccessRule[] | null | undefined,
  order: 'allow' | 'deny',
): readonly string[] =>
  (rules ?? []).filter((rule) => rule.order.toLowerCase() === order).map(({ source }) => source);
